/**
 * Preloaded (`--import`) into a process started with an IPC channel: answers every message with the
 * processor time and memory the process has used. That tells its own speed on a busy machine.
 */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 2 ** 20 });
});
