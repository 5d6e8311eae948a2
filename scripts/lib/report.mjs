const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const STILL_AT_WORK_MS = 15_000;

/**
 * One line a part: while it works, with a running clock on a terminal; when it is done, what holds.
 * @param {NodeJS.WriteStream} out
 */
export function createReport(out = process.stdout) {
  const live = Boolean(out.isTTY);
  const active = [];
  let frame = 0;
  let drawn = 0;

  const seconds = (step) => `${Math.round((Date.now() - step.since) / 1000)} s`;
  const line = (name, text) => `  ${name.padEnd(11)} ${text}`;

  function erase() {
    if (drawn > 0) out.write(`\u001b[${drawn}A\u001b[0J`);
    drawn = 0;
  }

  function draw() {
    if (!live) return;
    const width = (out.columns || 80) - 1;
    for (const step of active) {
      const text = `${FRAMES[frame % FRAMES.length]} ${step.doing} (${seconds(step)})`;
      out.write(`${line(step.name, text).slice(0, width)}\n`);
    }
    drawn = active.length;
  }

  const tick = setInterval(() => {
    frame += 1;
    erase();
    draw();
    if (live) return;
    for (const step of active.filter((one) => Date.now() - one.told > STILL_AT_WORK_MS)) {
      step.told = Date.now();
      out.write(`${line(step.name, `${step.doing} … ${seconds(step)}`)}\n`);
    }
  }, 120);
  tick.unref();

  function print(text) {
    erase();
    out.write(`${text}\n`);
    draw();
  }

  return {
    print,
    /** @param {string} name @param {string} doing */
    step(name, doing) {
      const step = { name, doing, since: Date.now(), told: Date.now() };
      active.push(step);
      erase();
      draw();
      const end = () => active.splice(active.indexOf(step), 1);
      return {
        /** @param {string} text */
        progress: (text) => {
          step.doing = text;
        },
        /** @param {string} text */
        done: (text) => {
          end();
          const took = Date.now() - step.since > 1000 ? ` (${seconds(step)})` : '';
          print(line(name, text + took));
        },
        dropped: end,
      };
    },
    close() {
      clearInterval(tick);
      erase();
      active.length = 0;
    },
  };
}
