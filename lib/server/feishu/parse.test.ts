import { describe, expect, test } from 'vitest';
import { dropNulls, parseWire } from './parse';
import { FeishuApplication } from './wire/applications';
import { FeishuInterview } from './wire/interviews';
import { FeishuOffer } from './wire/offers';
import { FeishuTalent } from './wire/talents';

const application = {
  id: '7140000000000000001',
  job_id: '7120000000000000001',
  talent_id: '7130000000000000001',
  stage: { id: '7111', zh_name: '初筛', en_name: 'Screening', type: 1 },
  active_status: 1,
  create_time: '1763827200000',
  stage_time_list: [
    { stage_id: '7110', enter_time: '1763827200000', exit_time: '1763827300000' },
    { stage_id: '7111', enter_time: '1763827300000', exit_time: '' },
  ],
};
const parse = (input: unknown) => parseWire(FeishuApplication, dropNulls(input));

describe('reading what Feishu sends', () => {
  test('ignores unknown fields and keeps unknown enum numbers', () => {
    const parsed = parse({ ...application, delivery_type: 77, brand_new: { a: 1 } });
    expect(parsed).toMatchObject({ ok: true, dropped: [], value: { delivery_type: 77 } });
    expect(parsed.ok && 'brand_new' in parsed.value).toBe(false);
  });

  test('turns every spelling of a time into milliseconds and "not yet" into nothing', () => {
    const parsed = parse({ ...application, modify_time: 1763827200001 });
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        create_time: 1763827200000,
        modify_time: 1763827200001,
        stage_time_list: [{ exit_time: 1763827300000 }, { enter_time: 1763827300000 }],
      },
    });
    expect(parsed.ok && parsed.value.stage_time_list?.[1]?.exit_time).toBeUndefined();
  });

  test('takes null, "" and "0" of an optional id for absent', () => {
    for (const talent_attachment_resume_id of [null, '', '0']) {
      const parsed = parse({ ...application, talent_attachment_resume_id, stage_time_list: null });
      expect(parsed).toMatchObject({ ok: true, dropped: [] });
      expect(parsed.ok && parsed.value.talent_attachment_resume_id).toBeUndefined();
      expect(parsed.ok && parsed.value.stage_time_list).toBeUndefined();
    }
  });

  test('leaves an unusable optional field out and names it', () => {
    const parsed = parse({ ...application, creator_id: { odd: true }, modify_time: 'yesterday' });
    expect(parsed).toMatchObject({ ok: true });
    expect(parsed.ok && parsed.dropped.toSorted()).toEqual(['creator_id', 'modify_time']);
    expect(parsed.ok && parsed.value.creator_id).toBeUndefined();
  });

  test('counts a list with one unusable row as unknown, not as shorter', () => {
    const [first] = application.stage_time_list;
    const parsed = parse({ ...application, stage_time_list: [first, { enter_time: '1' }] });
    expect(parsed).toMatchObject({ ok: true, dropped: ['stage_time_list.1.stage_id'] });
    expect(parsed.ok && parsed.value.stage_time_list).toBeUndefined();
  });

  test('refuses a row without what everything hangs on, naming each place', () => {
    const { id: _, stage: __, ...rest } = application;
    expect(parse(rest)).toEqual({ ok: false, fields: ['id', 'stage'] });
    expect(parse({ ...application, stage: { zh_name: '初筛' } })).toEqual({
      ok: false,
      fields: ['stage.id'],
    });
    expect(parse({ ...application, id: 714 })).toEqual({
      ok: false,
      fields: ['id'],
    });
    expect(parse('nothing')).toEqual({ ok: false, fields: ['(root)'] });
  });
});

describe('the odd spellings of single resources', () => {
  test('a talent’s birthday is in seconds', () => {
    const parsed = parseWire(FeishuTalent, {
      id: '1',
      basic_info: { name: 'A', birthday: 631152000 },
    });
    expect(parsed).toMatchObject({ ok: true, value: { basic_info: { birthday: 631152000000 } } });
  });

  test('interview times are numbers', () => {
    const parsed = parseWire(FeishuInterview, {
      id: '1',
      application_id: '2',
      begin_time: 1763827200000,
    });
    expect(parsed).toMatchObject({ ok: true, value: { begin_time: 1763827200000 } });
  });

  test('an offer’s day may come wrapped as JSON text', () => {
    for (const onboard_date of ['2026-04-07', '{"date":"2026-04-07"}']) {
      const parsed = parseWire(FeishuOffer, {
        id: '1',
        application_id: '2',
        offer_status: 6,
        basic_info: { onboard_date },
      });
      expect(parsed).toMatchObject({
        ok: true,
        value: { basic_info: { onboard_date: '2026-04-07' } },
      });
    }
  });
});
