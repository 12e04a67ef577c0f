import { type RuleCases, testRule } from '../../test/helpers/rule-tester';
import type { Scenario } from '../../test/helpers/scenario';
import type { Signal } from '../model';
import { rule } from './gpc-ignored';

const settings = { jurisdiction: 'us' } as const;
type Part = NonNullable<Scenario['fires']>[number];
const fire = (sent: boolean, part: Part = {}): Part => ({ at: 9000, usOptOut: { field: 'dpo=LDU', sent }, ...part });

function gpc(data: boolean, at = 10, documentId = 'd0'): Signal {
  const place = { tabId: 1, frameId: 0, documentId, url: 'https://www.lichtdach.example/' };
  return { kind: 'consent', id: `gpc${at}`, at, place, framework: 'gpc', event: 'read', data };
}

const cases: RuleCases = {
  pass: [
    { name: 'a site without tags', settings, signals: [gpc(true)], passes: [] },
    { name: 'the hit carries the field', settings, signals: [gpc(true)], fires: [fire(true)], passes: ['passed-on'] },
    { name: 'the browser sends no signal', settings, signals: [gpc(false)], fires: [fire(false)], passes: ['off'] },
    { name: 'another law', signals: [gpc(true)], fires: [fire(false)], passes: ['other-law'] },
    { name: 'European law', settings: { jurisdiction: 'eu' }, signals: [gpc(true)], fires: [fire(false)], passes: ['other-law'] },
    { name: 'a vendor without such a field', settings, signals: [gpc(true)], fires: [{ at: 9000 }], passes: ['no-field'] },
    {
      name: 'turned on only after the fire',
      settings,
      signals: [gpc(false), gpc(true, 9500)],
      fires: [fire(false)],
      passes: ['off'],
    },
    {
      name: 'a fire that a blocker stopped',
      settings,
      signals: [gpc(true)],
      fires: [fire(false, { outcome: 'not-sent', error: 'net::ERR_BLOCKED_BY_CLIENT' })],
      passes: [],
    },
  ],
  fail: [
    {
      name: 'on from the start, and the field is absent in two hits: one cause',
      settings,
      signals: [gpc(true)],
      fires: [fire(false), fire(false, { at: 9100 })],
      says: {
        message: 'ignored',
        severity: 'warning',
        fires: ['f9000', 'f9100'],
        refs: ['gpc10'],
        names: ['2 fires left from www.lichtdach.example without dpo=LDU', 'navigator.globalPrivacyControl'],
      },
    },
  ],
  unknown: [
    { name: 'nobody saw whether it was on', settings, fires: [fire(false)], says: { message: 'untold', fires: ['f9000'] } },
    {
      name: 'seen in another document only',
      settings,
      signals: [gpc(true, 10, 'd5')],
      fires: [fire(false)],
      says: { message: 'untold' },
    },
    {
      name: 'turned on between the start and the fire',
      settings,
      signals: [gpc(false), gpc(true, 5000)],
      fires: [fire(false)],
      says: { message: 'untold', refs: ['gpc10', 'gpc5000'] },
    },
  ],
};

testRule(rule, cases);
