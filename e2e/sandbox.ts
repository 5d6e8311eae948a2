export type Persona = 'admin' | 'recruiter' | 'manager' | 'interviewer' | 'evaluator' | 'stranger';

type Person = { openId: string; name: string; enName: string };
type World = { personas: Record<Persona, Person> & { boardJobId: string } };

/** What goes wrong at one endpoint of the sandbox, and how often. */
export type Fault = {
  endpoint: string;
  status?: number;
  code?: number;
  msg?: string;
  delayMs?: number;
  drop?: 'before' | 'after';
  times?: number;
};

/** The sandbox asked directly, past the product: what Feishu itself holds. */
export class Sandbox {
  constructor(readonly url: string) {}

  /** @throws when the control surface refuses. */
  async ask<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}/_sandbox${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text || 'null');
  }

  world(): Promise<World> {
    return this.ask('GET', '/world');
  }

  async person(persona: Persona): Promise<Person> {
    return (await this.world()).personas[persona];
  }

  /** The next calls of an endpoint go wrong as said. */
  async fault(fault: Fault): Promise<void> {
    await this.ask('POST', '/faults', fault);
  }

  async clearFaults(): Promise<void> {
    await this.ask('DELETE', '/faults');
  }
}
