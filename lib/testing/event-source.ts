import type { LiveEventName, LiveEvents } from '@/lib/domain/live';

/** The browser's EventSource with a server at its other end that says what a test has it say. */
export class TestEventSource extends EventTarget {
  static readonly opened: TestEventSource[] = [];
  /** The one open now. */
  static current(): TestEventSource {
    const last = TestEventSource.opened.findLast(({ closed }) => !closed);
    if (!last) throw new Error('No connection is open');
    return last;
  }

  closed = false;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    super();
    TestEventSource.opened.push(this);
  }
  close(): void {
    this.closed = true;
  }
  say<Name extends LiveEventName>(name: Name, data: LiveEvents[Name], id = ''): void {
    const init = { data: JSON.stringify(data), lastEventId: id };
    this.dispatchEvent(Object.assign(new Event(name), init));
  }
  fail(): void {
    this.onerror?.();
  }
}
