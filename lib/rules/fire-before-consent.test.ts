import { describe, expect, it } from 'vitest';
import { type RuleCases, testRule } from '../../test/helpers/rule-tester';
import { type Scenario, toInput } from '../../test/helpers/scenario';
import type { Fire } from '../model';
import { rule } from './fire-before-consent';
import { runAll } from './run-all';

type Part = NonNullable<Scenario['fires']>[number];
const view: Part = { event: 'PageView', category: 'page_view' };

function consent(verdict: Fire['consent']['verdict'], rest: Partial<Fire['consent']> = {}): Part {
  return { ...view, consent: { verdict, basis: { framework: 'tcf', at: 300, words: 'The dialog was open.' }, ...rest } };
}

function basis(framework: string, words: string, at: number | null = null): Pick<Fire['consent'], 'basis'> {
  return { basis: { framework, at, words } };
}

const early = consent('pending', { choiceAt: 5000 });
const shown = { at: 300, state: 'shown', words: 'The dialog was shown.' } as const;
const ga4: Part = { vendor: 'ga4', vendorName: 'GA4', account: 'G-1', event: 'page_view' };
const siteDefault = basis('consent-mode', 'The site’s default denies it; nobody had chosen.', 100);

const cases: RuleCases = {
  pass: [
    { name: 'a site without tags', passes: [] },
    {
      name: 'tags that wait for the choice',
      consent: [shown, {}],
      fires: [{ ...consent('granted'), at: 5500 }],
      passes: ['granted'],
    },
    {
      name: 'a returning visitor, whose stored choice holds from the start of the page',
      consent: [{ at: 0, seenAt: 900, stored: true }],
      fires: [{ ...consent('granted', basis('tcf', 'Allowed on an earlier visit.', 0)), at: 200 }],
      passes: ['granted'],
    },
    {
      name: 'a site whose default grants',
      fires: [consent('granted', basis('consent-mode', 'The site’s default.'))],
      passes: ['granted'],
    },
    { name: 'a law that does not ask', fires: [consent('not-required')], passes: ['not-required'] },
    { name: 'a container load, which needs no choice', fires: [{ ...early, needsConsent: false }], passes: ['needs-none'] },
    { name: 'a tag that fires after a refusal, which another rule judges', fires: [consent('denied')], passes: ['refused'] },
    {
      name: 'advanced Consent Mode: pings without cookies before the choice',
      consent: [{ at: 100, framework: 'consent-mode', state: 'default', words: 'Default: denied.' }],
      fires: [0, 1].map((n) => ({
        ...ga4,
        at: 200 + n,
        limited: true,
        consent: { verdict: 'pending' as const, choiceAt: 5000, ...siteDefault },
        parameters: [
          { key: 'dl', label: 'Page address', value: 'https://www.lichtdach.example/', group: 'page', source: 'query' as const },
          { key: 'gtm', value: '45je', group: 'technical', source: 'query' as const },
          { key: 'sr', value: '1920x1080', source: 'query' as const },
        ],
      })),
      passes: ['limited'],
      note: {
        message: 'cookieless',
        fires: ['f200', 'f201'],
        refs: ['c100', 'f200'],
        names: ['2 fires left', 'Still sent: Page address and sr.'],
      },
    },
    {
      name: 'a ping without cookies that a blocker stopped is still a ping without cookies',
      fires: [{ ...early, limited: true, outcome: 'not-sent', error: 'net::ERR_BLOCKED_BY_CLIENT' }],
      passes: ['limited'],
      note: { message: 'cookieless', names: ['nothing but that the page was open'] },
    },
  ],

  fail: [
    {
      name: 'a tag that fires 4 seconds before the choice',
      consent: [shown, {}],
      fires: [{ ...early, at: 1000 }],
      says: {
        message: 'before-choice',
        severity: 'error',
        fires: ['f1000'],
        refs: ['f1000', 'c300', 'c5000'],
        names: [
          'Meta fires before the visitor chooses',
          'The first left 4.000 seconds before the choice.',
          'www.lichtdach.example in a private window',
        ],
      },
    },
    {
      name: 'the same milliseconds before',
      fires: [{ ...early, at: 4588 }],
      says: { message: 'before-choice', names: ['412 ms before the choice'] },
    },
    {
      name: 'the choice that came was a refusal: early all the same',
      consent: [{ words: 'The visitor refused everything.' }],
      fires: [early],
      says: { message: 'before-choice', names: ['The visitor refused everything.'] },
    },
    {
      name: 'of changes at one instant, the choice on the fire’s own page is the evidence',
      pages: [{}, { at: 1, id: 'other', tabId: 2 }],
      consent: [
        { id: 'a', pageId: 'other' },
        { id: 'b', state: 'default' },
        { id: 'c' },
        { id: 'd', at: 300, pageId: 'other', state: 'shown' },
        { id: 'e', at: 200, seenAt: 300, state: 'shown' },
        { id: 'f', at: 4000 },
      ],
      fires: [early],
      says: { message: 'before-choice', refs: ['c', 'e'], not: ['a', 'b', 'd', 'f'] },
    },
    {
      name: 'no choice came',
      consent: [shown],
      fires: [consent('pending')],
      says: {
        message: 'no-choice',
        severity: 'error',
        refs: ['c300'],
        names: ['Meta PageView, 1.000 seconds after the page began'],
      },
    },
    {
      name: 'a site default that denies, and a tag that fires in full',
      fires: [{ ...ga4, consent: { verdict: 'pending', ...siteDefault } }],
      says: { message: 'no-choice', names: ['The site’s default denies it'] },
    },
    {
      name: 'nobody asks, where the settings say that somebody must',
      fires: [consent('pending', basis('settings', 'The settings say that European law applies, and nothing asks.'))],
      says: { message: 'nobody-asks', severity: 'error', names: ['Put a consent dialog on www.lichtdach.example'] },
    },
    {
      name: 'the settings ask for a choice, and a dialog is there that had not spoken yet',
      consent: [{ at: 3000, state: 'shown' }],
      fires: [consent('pending', basis('settings', 'No choice was known yet, and the settings say that European law applies.'))],
      says: { message: 'no-choice' },
    },
    {
      name: 'one tag on three pages is one cause, with all its fires',
      pages: [{}, { at: 10_000 }, { at: 20_000, url: 'https://www.lichtdach.example/kontakt/' }],
      fires: [
        { ...early, at: 1000 },
        { ...consent('pending'), at: 10_500, pageId: 'p10000' },
        { ...consent('pending'), at: 20_500, pageId: 'p20000', event: 'Lead', category: 'lead' },
      ],
      says: { message: 'before-choice', fires: ['f1000', 'f10500', 'f20500'] },
    },
    {
      name: 'two vendors and two accounts are three causes',
      fires: [
        { ...early, at: 1 },
        { ...early, at: 2, account: 'B' },
        { ...early, ...ga4, at: 3 },
      ],
      says: [
        { message: 'before-choice', fires: ['f1'] },
        { message: 'before-choice', fires: ['f2'] },
        { message: 'before-choice', fires: ['f3'] },
      ],
    },
    {
      name: 'fires in full and pings without cookies of one account are told apart',
      fires: [
        { ...early, ...ga4, at: 1, limited: true },
        { ...early, ...ga4, at: 2 },
      ],
      says: [
        { message: 'before-choice', fires: ['f2'] },
        { message: 'cookieless', fires: ['f1'] },
      ],
    },
    {
      name: 'an image without a script is named',
      fires: [{ ...early, noscript: true }],
      says: { message: 'before-choice', names: ['as an image without a script', '<noscript> image'] },
    },
    {
      name: 'the container is named',
      fires: [{ ...early, caller: { url: 'https://www.googletagmanager.com/gtm.js', container: 'GTM-LDACH01' } }],
      says: { message: 'before-choice', names: ['GTM-LDACH01', 'Require additional consent'] },
    },
    {
      name: 'the script is named',
      fires: [{ ...early, caller: { url: null, line: 41 } }],
      says: { message: 'before-choice', names: ['a script in the page itself, line 41'] },
    },
    {
      name: 'a request that failed on its way was still sent too early',
      fires: [{ ...early, outcome: 'not-sent', error: 'net::ERR_CONNECTION_REFUSED' }],
      says: { message: 'before-choice', names: ['did not leave (net::ERR_CONNECTION_REFUSED)'] },
    },
  ],

  unknown: [
    {
      name: 'no dialog and no signal, and the law is not known: one line for all tags',
      fires: [
        { ...consent('unknown', basis('none', 'Nothing on this page says anything about consent.')), at: 1 },
        { ...consent('unknown', basis('none', 'Nothing on this page says anything about consent.')), ...ga4, at: 2 },
      ],
      says: {
        message: 'untold',
        fires: ['f1', 'f2'],
        names: ['2 fires of GA4 and Meta left: Nothing on this page says anything about consent.'],
      },
    },
    {
      name: 'one reason that names each vendor, and each fire’s own instant, is still one reason',
      fires: ['Meta', 'TikTok'].map((vendorName, at) => ({
        ...consent(
          'unknown',
          basis('none', `The choice does not speak for ${vendorName}. Chosen ${at} seconds before this fire.`),
        ),
        at,
        vendorName,
        vendor: vendorName,
      })),
      says: {
        message: 'untold',
        fires: ['f0', 'f1'],
        names: ['of Meta and TikTok left: The choice does not speak for this vendor.'],
      },
    },
    {
      name: 'two reasons are two lines',
      fires: [
        { ...consent('unknown', basis('none', 'Nothing on this page says anything about consent.')), at: 1 },
        { ...consent('unknown', basis('tcf', 'The TC string could not be read.')), at: 2 },
      ],
      says: [
        { message: 'untold', fires: ['f1'] },
        { message: 'untold', fires: ['f2'] },
      ],
    },
    {
      name: 'a fire whose page cannot be told',
      fires: [{ ...consent('unknown', basis('none', 'Which page sent it cannot be told')), pageId: null }],
      says: { message: 'untold', names: ['an unknown page', 'cannot be told.'] },
    },
    {
      name: 'a limited hit does not make an unknown choice known',
      fires: [{ ...consent('unknown'), limited: true }],
      says: { message: 'untold' },
    },
    {
      name: 'a blocker stopped it before the choice',
      fires: [{ ...early, outcome: 'not-sent', error: 'net::ERR_BLOCKED_BY_CLIENT' }],
      says: { message: 'blocked', names: ['Meta'] },
    },
  ],
};

testRule(rule, cases);

describe('what the settings ignore for one vendor', () => {
  const settings = { sites: [{ match: ['*'], ignore: [{ rule: 'fire-before-consent', vendor: 'meta', why: 'agreed' }] }] };

  it('is about that vendor alone', () => {
    const fires = [consent('unknown'), { ...consent('unknown'), ...ga4, at: 2000 }];
    expect(runAll([rule], toInput({ settings, fires: fires.slice(0, 1) })).findings).toEqual([]);
    expect(runAll([rule], toInput({ settings, fires })).findings).toHaveLength(1);
  });
});
