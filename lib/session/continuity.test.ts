import { describe, expect, it } from 'vitest';
import { createContinuity, type Rest } from './continuity';

/** A worker that starts at 5000, after one that wrote its last signal at 1000 and came to rest at 1200, with request 7 the last. */
function restarted(change: { lastAt?: number | null; rested?: Rest | null } = {}) {
  const rests: Rest[] = [];
  const due: (() => void)[] = [];
  let at = 5000;
  const continuity = createContinuity({
    captureSession: 's',
    lastAt: 1000,
    rested: { request: 7, at: 1200 },
    now: () => at,
    onRest: (rest) => rests.push(rest),
    later: (run) => due.push(run),
    ...change,
  });
  return {
    continuity,
    rests,
    pass(ms: number) {
      at += ms;
      for (const run of due.splice(0)) run();
    },
  };
}

const starts = (requestId: string, at = 4900) => ({ requestId, at, starts: true });

describe('after a restart', () => {
  it('there is no gap when the numbers go on where the worker came to rest', () => {
    const { continuity } = restarted();
    expect(continuity.begin()).toBeNull();
    expect(continuity.hear(starts('8'))).toBeNull();
    expect(continuity.hear(starts('12'))).toBeNull();
  });

  it('the end of an older request proves nothing and breaks nothing', () => {
    const { continuity } = restarted();
    expect(continuity.hear({ requestId: '6', at: 4800, starts: false })).toBeNull();
    expect(continuity.hear(starts('9'))).not.toBeNull();
  });

  it.each([
    ['a number is missing', starts('9')],
    ['a request is met only by its answer', { requestId: '8', at: 4900, starts: false }],
  ])('there is a gap, once, when %s', (_why, event) => {
    const { continuity } = restarted();
    expect(continuity.begin()).toBeNull();
    expect(continuity.hear(event)).toMatchObject({ kind: 'gap', fromAt: 1000, at: 4900 });
    expect(continuity.hear(starts('20'))).toBeNull();
  });

  it.each([
    ['wrote something down after it had rested', { lastAt: 1300 }],
    ['never came to rest', { rested: null }],
  ])('there is a gap at once when the worker %s', (_why, change) => {
    const { continuity } = restarted(change);
    expect(continuity.begin()).toMatchObject({ kind: 'gap' });
    expect(continuity.hear(starts('9'))).toBeNull();
  });

  it('a hole is no sign after so long a silence that the browser stopped the worker by itself', () => {
    expect(restarted().continuity.hear(starts('9', 31_000))).toBeNull();
  });

  it('there is no gap where nothing was written down before', () => {
    const { continuity } = restarted({ lastAt: null, rested: null });
    expect(continuity.begin()).toBeNull();
    expect(continuity.hear(starts('3'))).toBeNull();
  });
});

describe('a worker at work', () => {
  it('comes to rest once it was silent, and says with which request', () => {
    const { continuity, rests, pass } = restarted();
    continuity.hear(starts('8'));
    continuity.hear({ requestId: '8', at: 5001, starts: false });
    pass(150);
    expect(rests).toEqual([]);
    pass(150);
    expect(rests).toEqual([{ request: 8, at: 5300 }]);
  });

  it('does not come to rest before what it heard is written down', async () => {
    const { continuity, rests, pass } = restarted();
    let finish = () => {};
    const promise = new Promise<void>((resolve) => {
      finish = resolve;
    });
    continuity.hear(starts('8'));
    continuity.writes(promise);
    for (const _ of [1, 2, 3]) pass(150);
    expect(rests).toEqual([]);
    finish();
    await promise;
    for (const _ of [1, 2]) pass(150);
    expect(rests).toEqual([{ request: 8, at: 5750 }]);
  });
});
