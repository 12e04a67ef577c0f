import { describe, expect, it } from 'vitest';
import { sampleHost } from '../../test/helpers/sample-panel';
import { sampleFinding, sampleFire, sampleSession } from '../../test/helpers/sample-session';
import type { PanelState } from '../host';
import { headline, verdictOf } from './verdict';

const stateOf = (session = sampleSession(), over: Partial<PanelState> = {}) => sampleHost(session, over).state.value;
const none = { fires: [], pages: [], signals: [] };

describe('verdictOf', () => {
  it.each<[string, PanelState, string, string]>([
    ['a fault', stateOf(sampleSession({ findings: [sampleFinding()] })), 'bad', 'Meta counts a lead on every view of the form'],
    ['nothing wrong', stateOf(), 'ok', 'Nothing is wrong with the one fire seen'],
    [
      'only notes',
      stateOf(sampleSession({ findings: [sampleFinding({ severity: 'info' })] })),
      'ok',
      'Nothing is wrong with the one fire seen',
    ],
    [
      'only what cannot be told',
      stateOf(sampleSession({ findings: [sampleFinding({ verdict: 'unknown', severity: 'info' })] })),
      'none',
      'No fault was seen, and one thing cannot be told',
    ],
    ['no fires', stateOf(sampleSession({ fires: [] })), 'none', 'No advertising tag has fired on this page'],
    ['nothing at all', stateOf(sampleSession(none)), 'none', 'Nothing recorded yet'],
    ['a page from before', stateOf(sampleSession(none), { obstacle: 'reload-needed' }), 'none', 'This page cannot be judged yet'],
    ['a browser page', stateOf(sampleSession(none), { obstacle: 'not-allowed' }), 'none', 'No extension may look at this page'],
    ['no tab', stateOf(sampleSession(none), { obstacle: 'no-tab', tab: null }), 'none', 'There is no page to look at'],
    [
      'a full disk, whatever else',
      stateOf(sampleSession({ findings: [sampleFinding()] }), { kept: { signals: 1, bytes: 1, error: 'The disk is full.' } }),
      'bad',
      'New fires are not kept',
    ],
  ])('%s', (_name, state, tone, title) => {
    expect(verdictOf(state)).toMatchObject({ tone, title });
  });
});

describe('headline', () => {
  const titles = (...findings: Parameters<typeof sampleFinding>[0][]) =>
    headline(
      sampleSession({ fires: [sampleFire()], findings: findings.map((one, n) => sampleFinding({ id: String(n), ...one })) }),
    )?.title;

  it('takes the worst', () => {
    expect(titles({ title: 'w', severity: 'warning' }, { title: 'e' })).toBe('e');
  });
  it('prefers what touches leads among equals, then what touches most fires', () => {
    expect(titles({ title: 'many', rule: 'fire-before-consent', fires: ['1', '2', '3'] }, { title: 'lead', fires: ['1'] })).toBe(
      'lead',
    );
    expect(titles({ title: 'few', rule: 'a', fires: ['1'] }, { title: 'many', rule: 'b', fires: ['1', '2'] })).toBe('many');
  });
  it('names nothing that cannot be told, and no note', () => {
    expect(titles({ verdict: 'unknown' }, { severity: 'info' }, { verdict: 'crashed' })).toBeUndefined();
  });
});
