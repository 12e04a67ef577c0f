import { describe, expect, it } from 'vitest';
import { commit, linkedIn, place, tcf, tcString } from '../../test/helpers/consent-signals';
import { createConsent } from './create-consent';

const all = tcString({ purposes: 'all', vendors: [755, 804, 1126] });
const none = tcString({ purposes: [], vendors: [] });

describe('the event sequences of TCF', () => {
  const accepted = [tcf('cmpuishown', 1070), tcf('useractioncomplete', 2576, { tcString: all })];
  const refused = [tcf('cmpuishown', 1070), tcf('useractioncomplete', 2576, { tcString: none })];
  const ignored = [tcf('cmpuishown', 1070)];
  const returning = [tcf('tcloaded', 1400, { tcString: all })];
  it.each([
    ['accepted, before the dialog', accepted, 1010, 'pending'],
    ['accepted, before the choice', accepted, 2575.9, 'pending'],
    ['accepted, at the choice', accepted, 2576, 'granted'],
    ['refused, before the choice', refused, 1500, 'pending'],
    ['refused, after it', refused, 3000, 'denied'],
    ['ignored', ignored, 90_000, 'pending'],
    ['returning visitor, before the tool answered', returning, 1010, 'granted'],
    ['returning visitor, after it', returning, 9000, 'granted'],
  ])('%s', (_name, signals, at, verdict) => {
    const consent = createConsent({ jurisdiction: 'auto' });
    for (const signal of [commit(1000), ...signals]) consent.push(signal);
    expect(consent.verdict({ at, place, vendor: linkedIn })).toMatchObject({ verdict });
  });
});
