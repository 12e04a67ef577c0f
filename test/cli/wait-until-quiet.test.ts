import { describe, expect, it } from 'vitest';
import { waitUntilQuiet } from '../../cli/run/wait-until-quiet';
import type { Signal } from '../../lib/model';
import { sampleRequest } from '../helpers/sample-session';

const { place } = sampleRequest();
const gtag: Signal = {
  kind: 'call',
  id: 'c',
  at: 0,
  place,
  api: 'dataLayer',
  method: 'push',
  args: [['event', 'generate_lead', {}]],
};
const push: Signal = { kind: 'call', id: 'd', at: 0, place, api: 'dataLayer', method: 'push', args: [{ event: 'quote_sent' }] };

function tag(at: number): Signal {
  return sampleRequest({ id: String(at), at });
}

/** Milliseconds waited, when these signals come at their instants. */
async function waited(signals: Signal[]): Promise<number> {
  let now = 0;
  const clock = {
    now: () => now,
    pause: async (ms: number) => {
      now += ms;
    },
  };
  await waitUntilQuiet(async () => signals.filter((signal) => signal.at <= now), clock);
  return now;
}

describe('waitUntilQuiet', () => {
  it.each([
    ['nothing', [], 2000],
    ['one tag request', [tag(1000)], 3000],
    ['tag requests one after the other', [tag(1000), tag(2800), tag(4600)], 6600],
    ['a push that is no gtag command', [push], 2000],
    ['a gtag command, which Google may send five seconds later', [gtag], 5000],
    ['requests without end', Array.from({ length: 100 }, (_, n) => tag(n * 500)), 10_000],
    ['a request that is no tag', [sampleRequest({ at: 1000, url: 'https://www.alder.example/a.png' })], 2000],
    [
      'a route change',
      [{ kind: 'page', id: 'p', at: 1000, place, event: 'route', url: 'https://www.alder.example/b' } satisfies Signal],
      3000,
    ],
  ])('after %s', async (_name, signals, expected) => {
    expect(await waited(signals)).toBe(expected);
  });
});
