import type { TestSandbox } from '@/sandbox/contract-support';
import { newestSchemaOf } from '@/sandbox/world/records/offer-forms';
import type { Application, Job, Offer, StageType } from '@/sandbox/world/types';

/** The first row that passes, or a failure that says the world lacks one. */
export function pick<T>(rows: Iterable<T>, wanted: (row: T) => boolean = () => true): T {
  for (const row of rows) if (wanted(row)) return row;
  throw new Error('the world has no such row');
}

/** `social` demands approved offers; `campus` and `intern` do not. */
export type JobKind = 'social' | 'campus' | 'intern';
const RECRUITMENT: Record<JobKind, string> = { social: '101', campus: '201', intern: '202' };

/** Puts applications and offers where a test needs them, beside the API. */
export function hiringScene(sandbox: TestSandbox) {
  const { app, world, store } = sandbox;
  const job = (kind: JobKind): Job =>
    pick(world.jobs.values(), (one) => one.open && one.recruitmentTypeId === RECRUITMENT[kind]);
  const stageOf = (of: Job, type: StageType): string =>
    pick(store.index.processes.get(of.processId)?.stages ?? [], (stage) => stage.type === type).id;

  let seen = 0;
  /** Somebody new to the company. */
  function talent(): string {
    const model = pick(world.talents.values());
    const id = store.nextId('talent');
    seen += 1;
    const fresh = { id, name: `候选人${seen}`, onboarded: false, lockedByApplicationId: null };
    app.commit({ kind: 'talent.created', at: store.now(), talent: { ...model, ...fresh } });
    return id;
  }

  /** An application of somebody new, in a stage of the type. */
  function application(
    kind: JobKind,
    type: StageType,
    more: { talentId?: string; on?: Job } = {},
  ): Application {
    const of = more.on ?? job(kind);
    const at = store.now();
    const stageId = stageOf(of, type);
    const id = store.nextId('application');
    app.commit({
      kind: 'application.created',
      at,
      application: {
        id,
        jobId: of.id,
        talentId: more.talentId ?? talent(),
        stageId,
        stageTimes: [{ stageId, enter: at, exit: null }],
        active: true,
        sourceId: world.sources[0]?.id ?? '',
        deliveryType: 2,
        createdAt: at,
        modifiedAt: at,
        terminationType: null,
        terminationReasonIds: [],
        terminationNote: '',
        terminatedAt: null,
        terminatorId: null,
        preferredCityCodes: [],
        creatorId: '',
        attachmentId: null,
      },
    });
    return pick(world.applications.values(), (row) => row.id === id);
  }

  function move(row: Application, type: StageType): void {
    const of = pick(world.jobs.values(), (one) => one.id === row.jobId);
    const stageId = stageOf(of, type);
    app.commit({ kind: 'application.moved', at: store.now(), applicationId: row.id, stageId });
  }

  /** Sets an offer's state as an app or as people would, with no rule asked. */
  function setStatus(offerId: string, status: number, by: 'api' | 'feishu' = 'api'): void {
    app.commit({ kind: 'offer.changed', at: store.now(), offerId, status, by });
  }

  function end(row: Application): void {
    const how = { terminationType: 1 as const, reasonIds: [], note: '', terminatorId: null };
    app.commit({ kind: 'application.terminated', at: store.now(), applicationId: row.id, ...how });
  }

  const formOf = (of: Job) =>
    pick(world.offerForms.values(), (form) => form.processType === of.processType);

  /** The body of an offer that nothing is wrong with. */
  function offerBody(row: Application) {
    const of = pick(world.jobs.values(), (one) => one.id === row.jobId);
    return {
      application_id: row.id,
      schema_id: newestSchemaOf(formOf(of)),
      basic_info: {
        department_id: of.departmentId,
        leader_user_id: of.managerIds[0] ?? '',
        owner_user_id: of.recruiterId,
        operator_user_id: of.recruiterId,
        probation_month: 3,
        contract_period: { period_type: 2 as const, period: 3 },
        expected_onboard_date: '{"date":"2027-01-04"}',
        work_address_id: world.locations[0]?.id ?? '',
        onboard_address_id: world.locations[0]?.id ?? '',
        recommended_words: '技术扎实，推荐入职',
      },
      salary_info: { currency: 'CNY', basic_salary: '32000', award_salary_multiple: '3' },
    };
  }

  const offerOf = (id: string): Offer =>
    pick([...world.offers.values(), ...world.internOffers.values()], (one) => one.id === id);

  return { job, stageOf, talent, application, move, setStatus, end, formOf, offerBody, offerOf };
}
export type HiringScene = ReturnType<typeof hiringScene>;
