/**
 * Preloaded (`node --import`) into every part: ends it when the process that started it is gone,
 * even by kill -9. Forked children inherit the preload, so theirs end too.
 */
if (process.channel) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 5000).unref();
  });
  process.channel.unref();
}
