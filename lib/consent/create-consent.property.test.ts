import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  commit,
  frame,
  ga4,
  googleAds,
  gtag,
  linkedIn,
  meta,
  place,
  request,
  tcf,
  tcString,
} from '../../test/helpers/consent-signals';
import type { Place, Signal } from '../model';
import { createConsent } from './create-consent';

const all = { tcString: tcString({ purposes: 'all', vendors: [755, 804] }) };
const none = { tcString: tcString({ purposes: [], vendors: [] }) };
const vendors = [linkedIn, googleAds, ga4, meta];
const types = (value: string) => ({ ad_storage: value, analytics_storage: value });

/** Few instants, so that many signals share one. */
const instant = fc.integer({ min: 1000, max: 1012 });
const where = fc.constantFrom(place, frame);
const said: fc.Arbitrary<Signal> = fc.oneof(
  fc.tuple(fc.constantFrom('cmpuishown', 'ping'), instant, where).map(([event, at, doc]) => tcf(event, at, {}, doc)),
  fc
    .tuple(fc.constantFrom('tcloaded', 'useractioncomplete'), instant, fc.constantFrom(all, none), where)
    .map(([event, at, data, doc]) => tcf(event, at, { ...data, addtlConsent: data === all ? '2~89~dv.' : '2~~dv.89' }, doc)),
  fc
    .tuple(fc.constantFrom('default', 'update'), instant, fc.constantFrom('granted', 'denied'), where)
    .map(([command, at, value, doc]) => gtag(at, ['consent', command, types(value)], doc)),
  fc
    .tuple(instant, fc.constantFrom('ad_storage', 'analytics_storage'), fc.constantFrom('granted', 'denied'))
    .map(([at, type, value]) => gtag(at, ['consent', 'update', { [type]: value }])),
);

/** As a page sensor sends them: numbered per document in order of time, with a report after everything else. */
function numbered(signals: readonly Signal[]): Signal[] {
  const ends = [place, frame].map((doc) => gtag(5000, ['event', 'end'], doc));
  const next = new Map<string | null, number>();
  return [...signals, ...ends]
    .sort((a, b) => a.at - b.at)
    .map((signal) => {
      const n = next.get(signal.place.documentId) ?? 0;
      next.set(signal.place.documentId, n + 1);
      return { ...signal, sequence: { sensor: `s${signal.place.documentId}`, n } } as Signal;
    });
}

function verdicts(signals: readonly Signal[]) {
  const consent = createConsent({ jurisdiction: 'auto' });
  for (const signal of signals) consent.push(signal);
  const instants = [1000.5, 1003.5, 1006.5, 1009.5, 1012.5];
  const ask = (at: number, doc: Place) => vendors.map((vendor) => consent.verdict({ at, place: doc, vendor }));
  return {
    fires: instants.flatMap((at) => [...ask(at, place), ...ask(at, frame)]),
    changes: consent.changes((documentId) => documentId),
  };
}

const base = [commit(1000), commit(1001, frame), request(1000)];
/** fast-check prints the seed and the path of a failure. */
const runs = { numRuns: 400 };

describe('order of arrival', () => {
  it('changes neither a verdict nor the timeline', () => {
    const sessions = fc
      .array(said, { maxLength: 10 })
      .chain((signals) =>
        fc.tuple(fc.constant(signals), fc.shuffledSubarray(signals, { minLength: signals.length }), fc.boolean()),
      );
    fc.assert(
      fc.property(sessions, ([signals, shuffled, baseLast]) => {
        const other = baseLast ? [...shuffled, ...base] : [...base, ...shuffled];
        expect(verdicts(other)).toEqual(verdicts([...base, ...signals]));
      }),
      runs,
    );
  });

  it('nor does asking in between, or hearing a signal twice', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 8 }), (signals) => {
        const consent = createConsent({ jurisdiction: 'auto' });
        for (const signal of [...base, ...signals, ...signals]) {
          consent.push(signal);
          consent.verdict({ at: 1006.5, place: frame, vendor: linkedIn });
        }
        expect(consent.changes((documentId) => documentId)).toEqual(verdicts([...base, ...signals]).changes);
        expect(consent.verdict({ at: 1006.5, place: frame, vendor: linkedIn })).toEqual(
          verdicts([...base, ...signals]).fires[20],
        );
      }),
      runs,
    );
  });
});

describe('leaving a signal out', () => {
  const passes = new Set(['granted', 'not-required']);
  it('never lets a fire pass that did not', () => {
    const sessions = fc.array(said, { minLength: 1, maxLength: 8 }).map(numbered);
    fc.assert(
      fc.property(sessions, fc.nat(), (signals, pick) => {
        const complete = [...base.slice(0, 2), ...signals];
        const reports = complete.length - 2;
        // Any but the last of each row, which nothing after it can show to be missing.
        const left = pick % (2 + reports - 2);
        const before = verdicts([...complete, request(1000)]).fires;
        const after = verdicts([...complete.filter((_signal, index) => index !== left), request(1000)]).fires;
        before.forEach(({ verdict }, index) => {
          if (passes.has(verdict)) return;
          expect(passes.has(after[index]?.verdict ?? '')).toBe(false);
        });
      }),
      { numRuns: 1500 },
    );
  });
});
