import { useQuery } from '@tanstack/react-query';
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pipelineQueries } from '@/lib/client/queries/pipeline';
import type { LiveChange } from '@/lib/domain/live';
import { TestEventSource } from '@/lib/testing/event-source';
import { createTestQueryClient, renderScreen } from '@/lib/testing/render';
import { LiveNote } from './live-note';
import { LiveUpdates } from './live-updates';
import { NotificationHost } from './notification-host';

const JOB = '7200000000000000001';
const person = { openId: 'ou_1', name: { zh: '李静', en: 'Jing Li' } };
const stage = { zh: '技术二面', en: 'Second interview' };
const move = { name: '王芳', stage, by: person, mine: false };
const change = (more: Partial<LiveChange> = {}): LiveChange => ({
  entity: 'application',
  id: '7100000000000000001',
  change: 'updated',
  jobIds: [JOB],
  ...more,
});

let asked = 0;
function Column() {
  const { queryKey } = pipelineQueries.board({ job: JOB });
  const { data } = useQuery({ queryKey: [...queryKey], queryFn: async () => ++asked });
  return (
    <section data-column="1" data-testid="column">
      {data}
    </section>
  );
}

async function draw(locale: 'zh-CN' | 'en-US' = 'zh-CN') {
  const queryClient = createTestQueryClient();
  const view = renderScreen(
    <>
      <Column />
      <input aria-label="备注" />
      <div data-testid="open" />
      <LiveUpdates />
      <LiveNote />
      <NotificationHost />
    </>,
    { locale, queryClient },
  );
  // The live part comes after the first paint.
  await vi.waitFor(() => TestEventSource.current());
  await pass(0);
  act(() => TestEventSource.current().say('ready', {}, '7'));
  return view;
}
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const tell = (changes: LiveChange[], id = '8') =>
  act(async () => {
    TestEventSource.current().say('changes', changes, id);
    await vi.advanceTimersByTimeAsync(0);
  });
const look = (hidden: boolean) => {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  asked = 0;
  TestEventSource.opened.length = 0;
  vi.stubGlobal('EventSource', TestEventSource);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});
afterEach(() => {
  look(false);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a change told by the feed', () => {
  test('brings the screen it concerns up to date, and no other', async () => {
    await draw();
    expect(asked).toBe(1);
    await tell([change({ jobIds: ['7200000000000000009'] })]);
    await pass(1_000);
    expect(asked).toBe(1);
    await tell([change()]);
    expect(asked).toBe(2);
  });

  test('is said with who moved whom where, in the reader’s language', async () => {
    await draw();
    await tell([change({ move })]);
    expect(screen.getByText('李静将王芳转移到「技术二面」')).toBeTruthy();
  });

  test('says what was done in Feishu, which names nobody', async () => {
    await draw('en-US');
    await tell([change({ move: { ...move, by: null } })]);
    expect(screen.getByText('王芳 was moved to Second interview in Feishu')).toBeTruthy();
  });

  test('is told together with others that follow closely', async () => {
    await draw();
    await tell([change({ move })]);
    await tell([change({ move: { ...move, name: '赵磊' } })], '9');
    expect(screen.getByText('2 位人选换了阶段')).toBeTruthy();
    expect(screen.queryByText('李静将王芳转移到「技术二面」')).toBeNull();
  });

  test('is not said of one’s own moves, of what is not on screen, nor of what was missed', async () => {
    await draw();
    await tell([change({ move: { ...move, mine: true } })]);
    await tell([change({ move, jobIds: ['7200000000000000009'] })]);
    act(() => TestEventSource.current().fail());
    await pass(2_000);
    await tell([change({ move })]);
    expect(screen.queryByText(/转移到/)).toBeNull();
  });

  test('does not make a screen ask more than once a second', async () => {
    await draw();
    for (let at = 0; at < 20; at += 1) {
      await tell([change()]);
      await pass(100);
    }
    expect(asked).toBeLessThanOrEqual(1 + 3);
  });

  test('that is not known brings everything up to date', async () => {
    await draw();
    act(() => TestEventSource.current().say('reset', {}, '99'));
    await pass(0);
    expect(asked).toBe(2);
  });
});

describe('somebody’s hands on the page', () => {
  test.each<[string, () => void, () => void]>([
    [
      'the pointer on a column',
      () => fireEvent.pointerMove(screen.getByTestId('column')),
      () => fireEvent.pointerMove(screen.getByTestId('open')),
    ],
    [
      'a card dragged',
      () => fireEvent.dragStart(screen.getByTestId('column')),
      () => fireEvent.dragEnd(screen.getByTestId('column')),
    ],
    ...['menu', 'dialog', 'listbox'].map((role): [string, () => void, () => void] => [
      `a ${role} open`,
      () => screen.getByTestId('open').setAttribute('role', role),
      () => screen.getByTestId('open').removeAttribute('role'),
    ]),
    [
      'a card carried by keyboard',
      () => screen.getByTestId('open').setAttribute('data-carried', ''),
      () => screen.getByTestId('open').removeAttribute('data-carried'),
    ],
    [
      'a word being composed',
      () => fireEvent.compositionStart(screen.getByLabelText('备注')),
      () => fireEvent.compositionEnd(screen.getByLabelText('备注')),
    ],
    ['nobody looking', () => look(true), () => look(false)],
  ])('%s holds the change back, and it is applied after', async (_what, begin, finish) => {
    await draw();
    act(begin);
    await tell([change()]);
    await pass(5_000);
    expect(asked).toBe(1);
    act(finish);
    await pass(500);
    expect(asked).toBe(2);
  });

  test('text being typed holds it back until three seconds after the last letter', async () => {
    await draw();
    fireEvent.input(screen.getByLabelText('备注'), { target: { value: '好' } });
    await tell([change()]);
    await pass(2_500);
    expect(asked).toBe(1);
    await pass(1_000);
    expect(asked).toBe(2);
  });

  test('an open side panel does not: it changes with the rest', async () => {
    await draw();
    screen.getByTestId('open').setAttribute('role', 'dialog');
    screen.getByTestId('open').setAttribute('data-side-panel', '');
    await tell([change()]);
    expect(asked).toBe(2);
  });

  test('a pointer that rests is nobody’s hand', async () => {
    await draw();
    fireEvent.pointerMove(screen.getByTestId('column'));
    await tell([change()]);
    await pass(7_000);
    expect(asked).toBe(1);
    await pass(1_500);
    expect(asked).toBe(2);
  });

  test('what is held back is said at once, and shown when asked for', async () => {
    await draw();
    fireEvent.pointerMove(screen.getByTestId('column'));
    await tell([change({ move })]);
    expect(asked).toBe(1);
    fireEvent.click(screen.getByRole('button', { name: '立即更新' }));
    await pass(0);
    expect(asked).toBe(2);
  });
});

describe('the connection', () => {
  test('is shown, and comes back where it was, later each time', async () => {
    await draw();
    expect(screen.getByText('实时更新')).toBeTruthy();
    await tell([], '12');
    act(() => TestEventSource.current().fail());
    expect(screen.queryByText('实时更新')).toBeNull();
    await pass(1_500);
    expect(TestEventSource.current().url).toBe('/api/stream?after=12');
    act(() => TestEventSource.current().fail());
    expect(screen.getByText('实时更新中断，正在重连')).toBeTruthy();
    const tries = TestEventSource.opened.length;
    await pass(900);
    expect(TestEventSource.opened).toHaveLength(tries);
    await pass(2_200);
    expect(TestEventSource.opened).toHaveLength(tries + 1);
    act(() => TestEventSource.current().say('ready', {}, '13'));
    expect(screen.getByText('实时更新')).toBeTruthy();
  });

  test('lets go in a tab that is out of sight for a minute, and comes back with it', async () => {
    await draw();
    act(() => look(true));
    await pass(59_000);
    expect(TestEventSource.current().closed).toBe(false);
    await pass(2_000);
    expect(TestEventSource.opened.every(({ closed }) => closed)).toBe(true);
    act(() => look(false));
    expect(TestEventSource.current().url).toBe('/api/stream?after=7');
  });

  test('that is silent for three beats is given up and made anew', async () => {
    await draw();
    const first = TestEventSource.current();
    await pass(60_000);
    act(() => first.say('beat', {}, '7'));
    await pass(60_000);
    expect(first.closed).toBe(false);
    await pass(7_000);
    expect(TestEventSource.current()).not.toBe(first);
  });

  test('ends with the screen', async () => {
    const { unmount } = await draw();
    unmount();
    expect(TestEventSource.opened.every(({ closed }) => closed)).toBe(true);
  });
});
