import type { Call } from '@/sandbox/platform/call';
import { badParameter } from '@/sandbox/platform/errors';
import { timeWindow } from '@/sandbox/platform/paging';
import type { Parameters } from '@/sandbox/platform/parameters';
import type { Agency } from '@/sandbox/world/records/agencies';

type Test = (agency: Agency) => boolean;
const BY_VALUE = 1;
const BY_RANGE = 2;

/** The filters the page lists, each with the kind of value it takes. */
const FILTERS: Record<string, { type: number; test: (call: Call, filter: Parameters) => Test }> = {
  cooperation_create_time: {
    type: BY_RANGE,
    test: (call, filter) => {
      const range = filter.part('range_filter');
      if (!range) throw badParameter(call.endpoint);
      const { from, to } = timeWindow(call, range, 'from', 'to');
      return ({ createdAt }) => createdAt >= from && createdAt <= to;
    },
  },
  cooperation_status: {
    type: BY_VALUE,
    test: (call, filter) => {
      const values = valuesOf(call, filter);
      return ({ status }) => values.includes(String(status));
    },
  },
  supplier_area: {
    type: BY_VALUE,
    test: (call, filter) => {
      const values = valuesOf(call, filter);
      return ({ area }) => values.includes(String(area));
    },
  },
  label_id_list: {
    type: BY_VALUE,
    test: (call, filter) => {
      const values = valuesOf(call, filter);
      return ({ labels }) => labels.some(({ id }) => values.includes(id));
    },
  },
};

/** Ids, where given, put every other condition out of force; a key may be given once. */
export function agencyFilter(call: Call): Test {
  const ids = call.body.texts('agency_supplier_id_list') ?? [];
  if (ids.length > 0) return ({ id }) => ids.includes(id);
  const keyword = call.body.text('keyword');
  const filters = call.body.parts('filter_list') ?? [];
  if (new Set(filters.map((filter) => filter.text('key'))).size < filters.length) {
    throw badParameter(call.endpoint);
  }
  const tests = filters.map((filter) => {
    const known = FILTERS[filter.text('key') ?? ''];
    if (!known || known.type !== filter.int('value_type')) throw badParameter(call.endpoint);
    return known.test(call, filter);
  });
  return (agency) =>
    (keyword === undefined ||
      [agency.name.zh, agency.name.en, agency.email].some((text) => text.includes(keyword))) &&
    tests.every((test) => test(agency));
}

function valuesOf(call: Call, filter: Parameters): string[] {
  const values = filter.texts('value_list') ?? [];
  if (values.length === 0) throw badParameter(call.endpoint);
  return values;
}
