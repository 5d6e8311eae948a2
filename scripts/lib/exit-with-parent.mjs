/**
 * Preloaded (`node --import`) into every part: ends it when the starter is gone, even by kill -9.
 * What a part forks inherits the preload too, and keeps its channel for its own use.
 */
if (process.channel && process.env.STARTED_BY === String(process.ppid)) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 5000).unref();
  });
  process.channel.unref();
}
