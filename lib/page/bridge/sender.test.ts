import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageReport } from '../../model';
import { createSender } from './sender';

interface Message {
  sensor: string;
  first: number;
  reports: PageReport[];
}

const report = (n: number): PageReport => ({ kind: 'call', at: n, api: 'fbq', args: [n] });
/** A worker that keeps what comes, each number once, and can be dead. */
function worker() {
  const kept = new Map<number, PageReport>();
  const messages: Message[] = [];
  const state = { dead: false, deaf: false };
  return {
    kept,
    messages,
    state,
    async send(message: object) {
      const { first, reports } = message as Message;
      messages.push(message as Message);
      if (state.dead) throw new Error('Could not establish connection. Receiving end does not exist.');
      reports.forEach((one, index) => void kept.set(first + index, one));
      return state.deaf ? undefined : { received: first + reports.length };
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the sender', () => {
  it('sends the first at once and the others in one batch', async () => {
    const to = worker();
    const sender = createSender({ sensor: 's', send: to.send, alive: () => true });
    for (let n = 0; n < 10; n += 1) sender.add(report(n));
    expect(to.messages.map(({ first, reports }) => [first, reports.length])).toEqual([[0, 1]]);
    await vi.advanceTimersByTimeAsync(200);
    expect(to.messages.slice(1).map(({ first, reports }) => [first, reports.length])).toEqual([[1, 9]]);
  });

  it.each(['dead', 'deaf'] as const)('sends again what a %s worker did not acknowledge, each under its number', async (how) => {
    const to = worker();
    to.state[how] = true;
    const sender = createSender({ sensor: 's', send: to.send, alive: () => true });
    for (let n = 0; n < 5; n += 1) sender.add(report(n));
    await vi.advanceTimersByTimeAsync(300);
    to.state[how] = false;
    await vi.advanceTimersByTimeAsync(20_000);
    expect([...to.kept]).toEqual(Array.from({ length: 5 }, (_, n) => [n, report(n)]));
  });

  it('leaves a hole for what was dropped', async () => {
    const to = worker();
    const sender = createSender({ sensor: 's', send: to.send, alive: () => true });
    sender.add(report(0));
    sender.skip(3);
    sender.add(report(4));
    await vi.advanceTimersByTimeAsync(500);
    expect([...to.kept.keys()]).toEqual([0, 4]);
  });

  it('sends all at once when the page goes, and what comes later at once too', () => {
    const to = worker();
    const sender = createSender({ sensor: 's', send: to.send, alive: () => true });
    for (let n = 0; n < 450; n += 1) sender.add(report(n));
    sender.flush();
    expect(to.kept.size).toBe(450);
    sender.add(report(450));
    expect(to.kept.size).toBe(451);
  });

  it('falls silent when the extension was renewed', async () => {
    const to = worker();
    to.state.dead = true;
    const sender = createSender({ sensor: 's', send: to.send, alive: () => false });
    sender.add(report(0));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(to.messages).toHaveLength(1);
  });
});
