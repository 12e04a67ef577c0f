// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { PageReport } from '../../model';
import { watchPrivacySignal } from './privacy-signal';
import { watchTagStorage } from './tag-storage';

const reports: PageReport[] = [];
let clock = 1000;
const start = () =>
  watchTagStorage(
    (one) => reports.push(one),
    () => clock,
  );

beforeEach(() => {
  reports.length = 0;
  clock = 1000;
  localStorage.clear();
  for (const name of document.cookie.split('; ')) Reflect.set(document, 'cookie', `${name.split('=')[0]}=; max-age=0`);
});

describe('names of tags’ cookies', () => {
  it('that come into being are told once, without their values, and with the last look before', () => {
    const look = start();
    Reflect.set(document, 'cookie', '_fbp=fb.1.1700000000000.secret');
    localStorage.setItem('_gcl_ls', 'secret');
    clock = 1700;
    look();
    clock = 2400;
    look();
    expect(reports).toEqual([
      { kind: 'storage', at: 1700, store: 'cookie', name: '_fbp', sinceAt: 1000 },
      { kind: 'storage', at: 1700, store: 'localStorage', name: '_gcl_ls', sinceAt: 1000 },
    ]);
    expect(JSON.stringify(reports)).not.toContain('secret');
  });

  it('that were there before are not told, nor are other cookies', () => {
    Reflect.set(document, 'cookie', '_ga=GA1.1.1');
    const look = start();
    Reflect.set(document, 'cookie', 'session=1');
    Reflect.set(document, 'cookie', '_garden=1');
    look(true);
    expect(reports).toEqual([]);
  });

  it('are looked for at most twice a second, and once more when the page is left', () => {
    const look = start();
    Reflect.set(document, 'cookie', '_ttp=1');
    clock = 1400;
    look();
    expect(reports).toEqual([]);
    look(true);
    expect(reports).toHaveLength(1);
  });

  it('that come too soon after a look are looked for once the time has passed', async () => {
    const look = start();
    Reflect.set(document, 'cookie', '_tt_enable_cookie=1');
    clock = 1400;
    look();
    clock = 1500;
    await expect.poll(() => reports.length).toBe(1);
  });

  it('are bounded', () => {
    const look = start();
    for (let n = 0; n < 1000; n++) localStorage.setItem(`_ga_${n}`, '');
    look(true);
    expect(reports.length).toBeGreaterThan(150);
    expect(reports.length).toBeLessThanOrEqual(200);
  });
});

describe('Global Privacy Control', () => {
  it('is told at the start, and when it changes', () => {
    const look = watchPrivacySignal(
      (one) => reports.push(one),
      () => clock,
    );
    look();
    Object.assign(navigator, { globalPrivacyControl: true });
    clock = 1500;
    look();
    expect(reports).toEqual([
      { kind: 'consent', at: 1000, framework: 'gpc', event: 'read', data: false },
      { kind: 'consent', at: 1500, framework: 'gpc', event: 'read', data: true },
    ]);
  });
});
