import { type RuleCases, testRule } from '../../test/helpers/rule-tester';
import type { Scenario } from '../../test/helpers/scenario';
import type { ConsentChange, ConsentSignal, Json } from '../model';
import { rule } from './consent-default-late';

type Part = NonNullable<Scenario['fires']>[number];

function hit(gcd: string, part: Part = {}): Part {
  return { at: 9000, vendor: 'ga4', vendorName: 'GA4', account: 'G-1', event: 'page_view', carried: { raw: { gcd } }, ...part };
}

function state(data: Json, at = 3000, documentId = 'd0'): ConsentSignal {
  const place = { tabId: 1, frameId: 0, documentId, url: 'https://www.lichtdach.example/' };
  return { kind: 'consent', id: `state${at}`, at, place, framework: 'google-state', event: 'read', data };
}

const mode = (kind: ConsentChange['state'], at: number): Partial<ConsentChange> => ({
  at,
  framework: 'consent-mode',
  state: kind,
});

const cases: RuleCases = {
  pass: [
    { name: 'a site without Consent Mode', fires: [hit('13l3l3l3l1l1')], passes: ['not-applicable'] },
    { name: 'a site without pages', pages: [], passes: [] },
    { name: 'a default, then an update, as the hits say', fires: [hit('13r3r3r3r5l1')], passes: ['in-time'] },
    { name: 'a default alone', consent: [mode('default', 10)], fires: [hit('13p3t3p3p5l1')], passes: ['in-time'] },
    { name: 'the older form of the letters', fires: [hit('11p1p1p1p5')], passes: ['in-time'] },
    {
      name: 'Google’s own state: set in time by a template, without a call',
      consent: [mode('chosen', 10)],
      signals: [state({ usedDefault: true, usedUpdate: true, wasSetLate: false })],
      passes: ['in-time'],
    },
    { name: 'state that is no object', signals: [state('G111')], passes: ['not-applicable'] },
    { name: 'a hit whose letters are no letters', fires: [hit('garbage')], passes: ['not-applicable'] },
  ],
  fail: [
    {
      name: 'Google’s own state: set late',
      signals: [state({ usedDefault: true, usedUpdate: true, wasSetLate: true })],
      says: { message: 'late', severity: 'error', refs: ['state3000'], names: ['www.lichtdach.example', 'On 1 page,'] },
    },
    {
      name: 'Google’s own state: an update and no default',
      consent: [mode('chosen', 10)],
      signals: [state({ usedDefault: false, usedUpdate: true })],
      says: { message: 'never', severity: 'error', refs: ['state3000', 'c10'] },
    },
    {
      name: 'letters of an update without a default, on two pages: one cause',
      pages: [{}, { at: 8000 }],
      fires: [hit('13n3n3n3n5l1', { at: 100 }), hit('13l3m3l3l5l1', { pageId: 'p8000' })],
      says: { message: 'never', fires: ['f100', 'f9000'], names: ['gcd=13n3n3n3n5l1', 'On 2 pages,'] },
    },
  ],
  unknown: [
    {
      name: 'calls alone: a template may have set a default without one',
      consent: [mode('chosen', 10)],
      says: { message: 'order', refs: ['c10'] },
    },
    {
      name: 'a state of a document that was not seen says nothing',
      consent: [mode('chosen', 10)],
      signals: [state({ wasSetLate: true }, 3000, 'elsewhere')],
      says: { message: 'order' },
    },
  ],
};

testRule(rule, cases);
