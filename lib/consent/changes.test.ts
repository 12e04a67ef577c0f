import { describe, expect, it } from 'vitest';
import { call, commit, frame, gtag, place, spoken, tcf, tcString } from '../../test/helpers/consent-signals';
import type { Signal } from '../model';
import { createConsent } from './create-consent';

const all = { tcString: tcString({ purposes: 'all', vendors: [755] }), addtlConsent: '2~89~dv.' };
const some = { tcString: tcString({ purposes: [1, 7], vendors: [755] }) };
const granted = { ad_storage: 'granted', analytics_storage: 'granted' };
const denied = { ad_storage: 'denied', analytics_storage: 'denied' };

function changesOf(signals: readonly Signal[]) {
  const consent = createConsent({ jurisdiction: 'auto' });
  for (const signal of signals) consent.push(signal);
  return consent.changes((documentId, at) => `${documentId}@${at}`);
}

const brief = (signals: readonly Signal[]) =>
  changesOf(signals).map(({ at, framework, state, stored }) => [at, framework, state, stored ?? false]);

describe('the timeline', () => {
  it.each([
    ['nothing', [commit(1000), gtag(1001, ['event', 'x'])], []],
    [
      'asked, then chosen',
      [commit(1000), tcf('cmpuishown', 1100), tcf('useractioncomplete', 2000, all)],
      [
        [1100, 'tcf', 'shown', false],
        [2000, 'tcf', 'chosen', false],
      ],
    ],
    ['a stored choice reaches back', [commit(1000), tcf('tcloaded', 1400, all)], [[1000, 'tcf', 'chosen', true]]],
    ['not where the start was not watched', [tcf('tcloaded', 1400, all)], [[1400, 'tcf', 'chosen', true]]],
    [
      'opened again and confirmed',
      [commit(1000), tcf('tcloaded', 1400, all), tcf('cmpuishown', 3000), tcf('useractioncomplete', 4000, all)],
      [
        [1000, 'tcf', 'chosen', true],
        [3000, 'tcf', 'shown', false],
        [4000, 'tcf', 'chosen', false],
      ],
    ],
    ['said twice', [commit(1000), tcf('cmpuishown', 1100), tcf('cmpuishown', 1200)], [[1100, 'tcf', 'shown', false]]],
    ['law does not apply', [commit(1000), tcf('ping', 1100, { gdprApplies: false })], [[1000, 'tcf', 'not-applicable', false]]],
    ['unreadable', [commit(1000), tcf('useractioncomplete', 1100, { tcString: 'C-' })], [[1100, 'tcf', 'unreadable', false]]],
    [
      'Consent Mode, a click',
      [commit(1000), gtag(1001, ['consent', 'default', denied]), gtag(3000, ['consent', 'update', granted])],
      [
        [1001, 'consent-mode', 'default', false],
        [3000, 'consent-mode', 'chosen', false],
      ],
    ],
    [
      'Consent Mode, a stored choice',
      [
        commit(1000),
        gtag(1001, ['consent', 'default', denied]),
        tcf('tcloaded', 1400, all),
        gtag(1410, ['consent', 'update', granted]),
      ],
      [
        [1000, 'tcf', 'chosen', true],
        [1000, 'consent-mode', 'chosen', true],
        [1001, 'consent-mode', 'default', false],
      ],
    ],
    ['US Privacy', [commit(1000), spoken('us-privacy', 1100, '1YYN')], [[1000, 'us-privacy', 'chosen', true]]],
    [
      'GPP',
      [commit(1000), spoken('gpp', 1100, { applicableSections: [7], parsedSections: { usnat: { SaleOptOut: 2 } } })],
      [[1000, 'gpp', 'chosen', true]],
    ],
    ['a consent tool', [commit(1000), spoken('cmp', 1100, { name: 'Klaro', answered: false })], [[1100, 'cmp', 'shown', false]]],
    ["a vendor's own switch is no word of the page", [commit(1000), call(1100, { api: 'fbq', args: ['consent', 'revoke'] })], []],
  ] as [string, Signal[], unknown[]][])('%s', (_name, signals, expected) => {
    expect(brief(signals)).toEqual(expected);
  });

  it('carries what was chosen, what is wrong with it, and where', () => {
    const signal = tcf('useractioncomplete', 2000, { ...all, tcString: all.tcString.split('.')[0] ?? '' }, frame);
    const [change] = changesOf([commit(1000), commit(1100, frame), signal]);
    expect(change).toMatchObject({
      addtlConsent: '2~89~dv.',
      documentId: 'D2',
      faults: [{ code: 'no-disclosed-vendors' }],
      pageId: 'D2@2000',
      seenAt: 2000,
      signalId: signal.id,
      tcString: all.tcString.split('.')[0],
    });
  });

  it('says in words what was allowed', () => {
    expect(changesOf([tcf('useractioncomplete', 2000, all)])[0]?.words).toBe('The visitor chose: all purposes are allowed.');
    expect(changesOf([tcf('useractioncomplete', 2000, some)])[0]?.words).toBe('The visitor chose: purposes 1, 7 are allowed.');
    expect(changesOf([gtag(1, ['consent', 'default', { ...denied, region: ['ES'] }])])[0]).toMatchObject({
      types: { ad_storage: 'unset', analytics_storage: 'unset' },
      words: 'The site set its default for visitors from ES: ad_storage denied, analytics_storage denied.',
    });
  });

  it('gives every change an id of its own', () => {
    const twice = call(1001, {
      api: 'dataLayer',
      args: [
        ['consent', 'default', denied],
        ['consent', 'update', granted],
      ],
    });
    const ids = changesOf([commit(1000), twice, { ...tcf('cmpuishown', 1001), place }]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });
});
