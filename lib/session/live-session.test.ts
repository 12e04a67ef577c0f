import { describe, expect, it } from 'vitest';
import type { Session, Signal } from '../model';
import { core } from './core';
import { createLiveSession } from './live-session';

const place = { tabId: 1, frameId: 0, documentId: 'D', url: 'https://a.example/' };
const lead = (n: number): Signal => ({
  kind: 'request',
  id: `s:${n}:0`,
  at: n,
  place,
  requestId: `s:${n}`,
  hop: 0,
  method: 'GET',
  url: `https://www.facebook.com/tr/?id=904417723301556&ev=Lead&eid=${n}`,
  type: 'image',
});

function live() {
  const sessions: Session[] = [];
  const due: (() => void)[] = [];
  const session = createLiveSession({ core, onChange: (one) => sessions.push(one), soon: (run) => due.push(run) });
  const runDue = () => {
    for (const run of due.splice(0)) run();
  };
  return { sessions, session, due, runDue };
}

describe('createLiveSession', () => {
  it('derives once for a burst', () => {
    const { session, sessions, due, runDue } = live();
    for (let n = 1; n <= 50; n += 1) session.push([lead(n)]);
    expect(due).toHaveLength(1);
    runDue();
    expect(sessions.map((one) => one.fires.length)).toEqual([50]);
  });

  it('lists a signal once that comes from two sides', () => {
    const { session, sessions, runDue } = live();
    session.push([lead(1)]);
    session.push([lead(1), lead(2)]);
    runDue();
    expect(sessions.at(-1)?.fires).toHaveLength(2);
  });

  it('begins anew, at once', () => {
    const { session, sessions, runDue } = live();
    session.push([lead(1)]);
    runDue();
    session.reset();
    session.reset([lead(2), lead(3)]);
    expect(sessions.map((one) => one.fires.length)).toEqual([1, 0, 2]);
  });

  it('does not derive for nothing', () => {
    const { session, due } = live();
    session.push([]);
    expect(due).toEqual([]);
  });
});
