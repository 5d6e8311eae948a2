import type { Call, Handlers } from '@/sandbox/platform/call';
import { badParameter, Refusal } from '@/sandbox/platform/errors';
import type { Agreement } from '@/sandbox/world/records/onboarding';
import { jobOf, offersOf, workplaceOf } from './offer-records';
import { ms } from './wire';

const CAMPUS = 2;

/** 「在三方协议设置中勾选了通过 API 维护三方协议」. */
function checkSetting(call: Call): void {
  if (!call.switches.agreementsByApi) throw new Refusal(1002076);
}

function timeIn(call: Call, name: string): number {
  const text = call.body.must(name);
  if (!/^\d{1,15}$/.test(text)) throw badParameter(call.endpoint);
  return Number(text);
}

const agreementOf = (call: Call): Agreement =>
  call.found(call.world.agreements.get(call.param('tripartite_agreement_id')), 1002075);

export const tripartiteAgreementHandlers: Handlers = {
  'hire.v1.tripartiteAgreement.create': (call) => {
    checkSetting(call);
    const application = call.found(
      call.world.applications.get(call.body.must('application_id')),
      call.switches.absentRecordCode,
    );
    if (jobOf(call, application.id)?.processType !== CAMPUS) throw new Refusal(1002077);
    // All of the company's addresses are in mainland China; an offer may also name none.
    const hasWorkplace = offersOf(call, application).some((offer) => workplaceOf(call, offer));
    if (!hasWorkplace && call.switches.agreementWithoutWorkplace === '1002078') {
      throw new Refusal(1002078);
    }
    if (call.index.agreementByApplication.has(application.id)) throw new Refusal(1002080);
    const createdAt = timeIn(call, 'create_time');
    const agreement: Agreement = {
      id: call.app.store.nextId('agreement'),
      applicationId: application.id,
      state: call.body.int('state') ?? 1,
      createdAt,
      modifiedAt: createdAt,
    };
    call.commit({ kind: 'agreement.created', at: call.now, agreement });
    return { id: agreement.id };
  },

  /** One row or none: the page says that paging has no effect and that the agreement's id wins. */
  'hire.v1.tripartiteAgreement.list': (call) => {
    const id = call.query.text('tripartite_agreement_id');
    const applicationId = call.query.text('application_id') ?? '';
    const agreement = id
      ? call.world.agreements.get(id)
      : call.index.agreementByApplication.get(applicationId);
    const items = (agreement ? [agreement] : []).map((row) => ({
      id: row.id,
      application_id: row.applicationId,
      state: row.state,
      create_time: ms(row.createdAt),
      modify_time: ms(row.modifiedAt),
    }));
    return { items, has_more: false };
  },

  'hire.v1.tripartiteAgreement.update': (call) => {
    checkSetting(call);
    const agreement = agreementOf(call);
    const modifiedAt = timeIn(call, 'modify_time');
    const state = call.body.int('state') ?? agreement.state;
    call.commit({
      kind: 'agreement.changed',
      at: call.now,
      agreementId: agreement.id,
      state,
      modifiedAt,
    });
    return {};
  },

  'hire.v1.tripartiteAgreement.delete': (call) => {
    checkSetting(call);
    const agreementId = agreementOf(call).id;
    call.commit({ kind: 'agreement.deleted', at: call.now, agreementId });
    return {};
  },
};
