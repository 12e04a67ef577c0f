import { describe, expect, it } from 'vitest';
import type { Finding, Fire } from '../../lib/model';
import { sampleFinding, sampleFire, sampleSession } from '../../test/helpers/sample-session';
import { flagsOf } from './flags';
import { createLookup } from './lookup';

function flagWords(fires: Fire[], findings: Finding[]): string[][] {
  const lookup = createLookup(sampleSession({ fires, findings }));
  return fires.map((fire) => flagsOf(fire, lookup).map((flag) => `${flag.icon} ${flag.word}`));
}
const twice = (...ids: string[]) => sampleFinding({ id: 'd', rule: 'duplicate-fire', fires: ids });

describe('flagsOf', () => {
  it('names a lead on a wrong page', () => {
    expect(flagWords([sampleFire()], [sampleFinding()])).toEqual([['wrong wrong page']]);
  });

  it('says nothing of a fire that is right', () => {
    expect(flagWords([sampleFire()], [])).toEqual([[]]);
  });

  it('counts from the second of one event on: the first is the one that should be there', () => {
    const fires = [1, 2, 3].map((n) => sampleFire({ id: `f${n}`, at: n, submissionId: 's1' }));
    expect(flagWords(fires, [twice('f1', 'f2', 'f3')])).toEqual([[], ['twice 2×'], ['twice 3×']]);
  });

  it('counts each submission by itself', () => {
    const fires = [
      sampleFire({ id: 'a1', at: 1, submissionId: 's1' }),
      sampleFire({ id: 'a2', at: 2, submissionId: 's1' }),
      sampleFire({ id: 'b1', at: 3, submissionId: 's2' }),
      sampleFire({ id: 'b2', at: 4, submissionId: 's2' }),
    ];
    expect(flagWords(fires, [twice('a1', 'a2', 'b1', 'b2')])).toEqual([[], ['twice 2×'], [], ['twice 2×']]);
  });

  it('leaves consent to its own column', () => {
    expect(flagWords([sampleFire()], [sampleFinding({ rule: 'fire-before-consent' })])).toEqual([[]]);
  });

  it('marks what cannot be told as that, never as a fault', () => {
    expect(flagWords([sampleFire()], [sampleFinding({ verdict: 'unknown', severity: 'info' })])).toEqual([
      ['unknown wrong page'],
    ]);
  });

  it('never blames a fire for a rule that broke', () => {
    expect(flagWords([sampleFire()], [sampleFinding({ verdict: 'crashed' })])).toEqual([[]]);
  });

  it('has a word for a rule it does not know, and for a request that did not leave', () => {
    const fire = sampleFire({ outcome: 'not-sent', error: 'net::ERR_BLOCKED_BY_CLIENT' });
    expect(flagWords([fire], [sampleFinding({ rule: 'made-tomorrow', severity: 'warning' })])).toEqual([
      ['warn warning', 'missing not sent'],
    ]);
  });

  it('puts the worst first and says one thing once', () => {
    const findings = [
      sampleFinding({ id: '1', rule: 'event-id-missing', severity: 'info' }),
      sampleFinding({ id: '2' }),
      sampleFinding({ id: '3' }),
    ];
    expect(flagWords([sampleFire()], findings)).toEqual([['wrong wrong page', 'info no id']]);
  });
});
