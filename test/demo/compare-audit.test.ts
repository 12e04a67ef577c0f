import { describe, expect, it } from 'vitest';
import { sampleFire, samplePage, sampleRequest, sampleSession } from '../helpers/sample-session';
import { auditPlan, auditWays } from './audit-plan';
import { compareAudit, isExact } from './compare-audit';
import type { LoggedRequest } from './server';

const plan = [{ way: 'image', nonce: 'n1image0' }];

function logged(nonce: string, changes: Partial<LoggedRequest> = {}): LoggedRequest {
  return {
    at: 1,
    method: 'GET',
    url: 'https://www.facebook.com/tr/',
    host: 'www.facebook.com',
    path: '/tr/',
    nonce,
    body: '',
    ...changes,
  };
}

function listed(fires: { nonce: string; signalId: string; pageId?: string | null }[]): ReturnType<typeof sampleSession> {
  return sampleSession({
    pages: [samplePage({ url: 'https://www.alderbrook-heat.example/audit' })],
    signals: fires.map(({ signalId }) => sampleRequest({ id: signalId })),
    fires: fires.map(({ nonce, signalId, pageId = 'p1' }, index) =>
      sampleFire({ id: `f${index}`, eventId: nonce, pageId, requests: [{ signalId, role: 'main' }] }),
    ),
  });
}

describe('compareAudit', () => {
  it('is content when each request is listed once on its page', () => {
    const rows = compareAudit(plan, [logged('n1image0')], listed([{ nonce: 'n1image0', signalId: 's1' }]));
    expect(rows).toEqual([{ way: 'image', sent: 1, seen: 1, twice: 0, invented: 0, wrongPage: 0 }]);
    expect(isExact(rows)).toBe(true);
  });

  it.each([
    ['missed', [logged('n1image0')], listed([]), { seen: 0 }],
    [
      'listed twice',
      [logged('n1image0')],
      listed([
        { nonce: 'n1image0', signalId: 's1' },
        { nonce: 'n1image0', signalId: 's2' },
      ]),
      { twice: 2 },
    ],
    ['invented', [], listed([{ nonce: 'n1image0', signalId: 's1' }]), { sent: 0, invented: 1 }],
    ['on another page', [logged('n1image0')], listed([{ nonce: 'n1image0', signalId: 's1', pageId: null }]), { wrongPage: 1 }],
  ])('tells what was %s', (_name, log, session, row) => {
    const rows = compareAudit(plan, log, session);
    expect(rows).toMatchObject([row]);
    expect(isExact(rows)).toBe(false);
  });

  it("does not count preflights and the audit's own pages", () => {
    const log = [logged('n1image0', { method: 'OPTIONS' }), logged('n1image0', { path: '/audit-frame' }), logged('n1image0')];
    expect(compareAudit(plan, log, listed([{ nonce: 'n1image0', signalId: 's1' }]))).toMatchObject([{ sent: 1, seen: 1 }]);
  });
});

describe('auditPlan', () => {
  it('has a nonce of its own for each round of each way', () => {
    const nonces = auditPlan(3, 'abc').map(({ nonce }) => nonce);
    expect(new Set(nonces).size).toBe(3 * auditWays.length);
    for (const nonce of nonces) expect(nonce).toMatch(/^[A-Za-z0-9]+$/);
  });
});
