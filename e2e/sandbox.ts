import type {
  ApplicationFact,
  BoardFact,
  InterviewFact,
  JobFact,
  NoteFact,
  TalentFact,
} from './facts';

export type Persona = 'admin' | 'recruiter' | 'manager' | 'interviewer' | 'evaluator' | 'stranger';

type Person = { openId: string; name: string; enName: string };
type World = { personas: Record<Persona, Person> & { boardJobId: string } };

/** `at` is when it was answered, by the clock of the world. */
export type LoggedCall = { at: number; endpoint: string | null; path: string; code: number };

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

  board(jobId: string): Promise<BoardFact> {
    return this.ask('GET', `/facts/jobs/${jobId}/board`);
  }

  job(jobId: string): Promise<JobFact> {
    return this.ask('GET', `/facts/jobs/${jobId}`);
  }

  /** Every job of the company, in its own order. */
  async jobs(): Promise<JobFact[]> {
    const { boards } = await this.ask<{ boards: BoardFact[] }>('GET', '/facts/boards');
    return Promise.all(boards.map(({ jobId }) => this.job(jobId)));
  }

  application(applicationId: string): Promise<ApplicationFact> {
    return this.ask('GET', `/facts/applications/${applicationId}`);
  }

  talent(talentId: string): Promise<TalentFact> {
    return this.ask('GET', `/facts/talents/${talentId}`);
  }

  async notes(applicationId: string): Promise<NoteFact[]> {
    const path = `/facts/applications/${applicationId}/notes`;
    return (await this.ask<{ notes: NoteFact[] }>('GET', path)).notes;
  }

  async interviews(applicationId: string): Promise<InterviewFact[]> {
    const path = `/facts/applications/${applicationId}/interviews`;
    return (await this.ask<{ interviews: InterviewFact[] }>('GET', path)).interviews;
  }

  /** Applications a person is or was asked to interview. */
  async interviewedBy(openId: string): Promise<string[]> {
    const path = `/facts/interviewers/${openId}/applications`;
    return (await this.ask<{ applicationIds: string[] }>('GET', path)).applicationIds;
  }

  /** How often an endpoint was called since the sandbox started. */
  async calls(endpoint: string): Promise<number> {
    const log = await this.ask<{ byEndpoint: Record<string, { count: number }> }>(
      'GET',
      '/requests?limit=1',
    );
    return log.byEndpoint[endpoint]?.count ?? 0;
  }

  /** The latest calls of an endpoint, newest first. */
  async latest(endpoint: string): Promise<LoggedCall[]> {
    const { latest } = await this.ask<{ latest: LoggedCall[] }>('GET', '/requests?limit=1000');
    return latest.filter((call) => call.endpoint === endpoint);
  }

  /** One act of a person in Feishu's own screens (sandbox/README.md). */
  act<T = { id: string }>(act: Record<string, unknown>): Promise<T> {
    return this.ask('POST', '/acts', act);
  }
}
