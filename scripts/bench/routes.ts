import autocannon from 'autocannon';
import { percentile, printTable } from './statistics';

export type Route = { name: string; path: string };

const WARM_UP_S = 3;
const MEASURED_S = 10;

type Measured = { times: number[]; failures: number };

function load(
  url: string,
  cookie: string,
  connections: number,
  duration: number,
): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    let failures = 0;
    const instance = autocannon({ url, connections, duration, headers: { cookie } }, (error) =>
      error ? reject(error) : resolve({ times, failures }),
    );
    instance.on('response', (_client, status, _bytes, time) => {
      if (status === 200) times.push(time);
      else failures += 1;
    });
    instance.on('reqError', () => {
      failures += 1;
    });
  });
}

/** Asks each route again and again, as so many clients at once, and prints how long answers took. */
export async function benchRoutes(
  title: string,
  base: string,
  cookie: string,
  routes: Route[],
  connections: number[],
): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const { name, path } of routes) {
    for (const count of connections) {
      await load(base + path, cookie, count, WARM_UP_S);
      const { times, failures } = await load(base + path, cookie, count, MEASURED_S);
      rows.push([
        name,
        String(count),
        percentile(times, 0.5),
        percentile(times, 0.95),
        (times.length / MEASURED_S).toFixed(0),
        String(failures),
      ]);
    }
  }
  printTable(title, ['route', 'connections', 'median ms', 'p95 ms', 'per s', 'failed'], rows);
}
