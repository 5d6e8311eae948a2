import { describe, expect, test } from 'vitest';
import { orderFor } from '@/lib/domain/links';
import { boardFilter, boardQuery, droppedOnBoard, loadPipelineParams } from './search-params';

const at = (search: string) => loadPipelineParams(new URLSearchParams(search));

describe('turning from the list to the board', () => {
  test('keeps job, department, recruiter, stage and period', () => {
    const params = at('job=1,2&department=d&recruiter=ou_1&stage=9&from=2026-06-01&to=2026-06-30');
    expect(droppedOnBoard(params)).toEqual([]);
    expect(boardQuery(params)).toMatchObject({
      jobs: ['1', '2'],
      department: ['d'],
      recruiter: ['ou_1'],
      stage: ['9'],
      from: '2026-06-01',
      to: '2026-06-30',
    });
  });

  test('names what only a list can show, and asks neither board nor its columns for it', () => {
    const params = at('status=ended&step=offer&reached=test&outcome=dropped&hiredFrom=2026-06-01');
    expect(droppedOnBoard(params)).toEqual(['status', 'step', 'reached', 'hired']);
    expect(Object.values(boardFilter(params)).filter((value) => value !== undefined)).toEqual([]);
  });
});

describe('choosing a status', () => {
  test('turns ended ones to the last ended first, and gives up an order they alone have', () => {
    expect(orderFor('ended', 'created')).toEqual({ sort: 'ended', direction: 'desc' });
    expect(orderFor('active', 'ended')).toEqual({ sort: null, direction: null });
    expect(orderFor('hired', 'waiting')).toEqual({ sort: null, direction: null });
    expect(orderFor('all', 'name')).toBeUndefined();
  });
});
