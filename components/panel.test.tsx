// @vitest-environment happy-dom
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Rendered, rendered } from '../test/helpers/rendered';
import { type SampleHost, sampleHost } from '../test/helpers/sample-panel';
import { sampleFinding, sampleFire, sampleSession } from '../test/helpers/sample-session';
import { App } from './App';
import type { PanelState } from './host';

let panel: Rendered;
const show = (host: SampleHost) => {
  panel = rendered(<App host={host} />);
};
afterEach(() => {
  panel.remove();
  vi.restoreAllMocks();
});

const faulty = sampleSession({ findings: [sampleFinding()] });

/** Rows need a height to be drawn in, which a document without a layout does not have. */
function withHeight(): void {
  for (const [name, size] of [
    ['offsetHeight', 600],
    ['clientHeight', 600],
    ['offsetWidth', 360],
    ['clientWidth', 360],
  ] as const) {
    vi.spyOn(HTMLElement.prototype, name, 'get').mockReturnValue(size);
  }
}

describe('the panel', () => {
  const states: [string, SampleHost, RegExp][] = [
    ['nothing yet', sampleHost(sampleSession({ fires: [], pages: [], signals: [] })), /Use the site as a visitor would/],
    ['no fires', sampleHost(sampleSession({ fires: [] })), /No tag has fired/],
    [
      'a page from before',
      sampleHost(sampleSession({ fires: [], pages: [] }), { obstacle: 'reload-needed' }),
      /Reload to see the whole visit/,
    ],
    [
      'a browser page',
      sampleHost(sampleSession({ fires: [], pages: [] }), { obstacle: 'not-allowed' }),
      /Nothing can be recorded here/,
    ],
    ['no tab', sampleHost(sampleSession({ fires: [], pages: [] }), { obstacle: 'no-tab', tab: null }), /Choose a tab/],
    ['paused', sampleHost(sampleSession({ fires: [], pages: [] }), { recording: 'paused' }), /Resume to record/],
    ['a fault', sampleHost(faulty), /Meta counts a lead on every view/],
    ['a blocker', sampleHost(faulty, { blockers: ['Meta'] }), /A blocker in this browser stops Meta/],
    ['a full disk', sampleHost(faulty, { kept: { signals: 1, bytes: 1, error: 'The disk is full.' } }), /The disk is full/],
  ];

  it.each(states)('says what is the matter and passes axe: %s', async (_name, host, words) => {
    show(host);
    expect(panel.text()).toMatch(words);
    // Colours need a layout: those are looked at in a real browser.
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  });

  it.each<[string, string, Partial<PanelState>]>([
    ['Pause recording', 'pause', {}],
    ['Resume recording', 'resume', { recording: 'paused' }],
    ['Export the session as JSON', 'export', {}],
    ['Stay with this tab', 'lock', {}],
    ['Open in a tab', 'open in a tab', {}],
  ])('%s does %s', async (label, done, over) => {
    const host = sampleHost(faulty, over);
    show(host);
    await panel.press(label);
    expect(host.done).toEqual([done]);
  });

  it('offers no other tab where it is bound to one, and no tab of its own where it has one', () => {
    const host = sampleHost(faulty);
    const { lock: _, openInTab: __, ...bound } = host.actions;
    show({ ...host, actions: bound });
    expect([panel.has('Stay with this tab'), panel.has('Open in a tab')]).toEqual([false, false]);
  });

  it('leads to a script in the developer tools, and elsewhere gives its address as text to copy', async () => {
    const caller = { url: 'https://www.alder.example/app.js', line: 12 };
    const session = sampleSession({ findings: [sampleFinding()], fires: [sampleFire({ caller })] });
    const opened: unknown[] = [];
    show(sampleHost(session, {}, { openSource: (...where) => void opened.push(where) }));
    await panel.press('Lead on /quote');
    await panel.press('Open in Sources');
    expect(opened).toEqual([['https://www.alder.example/app.js', 12]]);
    panel.remove();
    const host = sampleHost(session);
    show(host);
    await panel.press('Lead on /quote');
    expect(panel.has('Open in Sources')).toBe(false);
    await panel.press('Copy the address');
    expect(host.done).toEqual(['copy https://www.alder.example/app.js:12']);
    expect(panel.all('a[href]')).toEqual([]);
  });

  it('says how far it can be trusted, each number with its reason', async () => {
    const page = {
      kind: 'page',
      id: 'x',
      at: 1,
      place: { tabId: 1, frameId: 0, documentId: 'D', url: null },
      event: 'commit',
      url: '',
    };
    const { coverage } = sampleSession();
    show(sampleHost(sampleSession({ signals: [page as never], coverage: { ...coverage, unreadBodies: 2 } })));
    await panel.press('bodies unread 2');
    expect(panel.find('Bodies nobody could read').parentElement?.textContent).toMatch(
      /2 request bodies could not be read\. .*developer tools/,
    );
    expect(panel.find('Gaps in the watching').parentElement?.textContent).toContain('None that we know of.');
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map((one) => one.id)).toEqual([]);
  });

  it('reloads the page that was open before', async () => {
    const host = sampleHost(sampleSession({ fires: [], pages: [] }), { obstacle: 'reload-needed' });
    show(host);
    await panel.press('Reload the page');
    expect(host.done).toEqual(['reload']);
  });

  it('tells when an action failed, until it is dismissed', async () => {
    show(sampleHost(faulty, {}, { exportSession: () => Promise.reject(new Error('no room')) }));
    await panel.press('Export the session as JSON');
    expect(panel.has(/Exporting did not work: no room/)).toBe(true);
    await panel.press('Dismiss');
    expect(panel.has(/Exporting did not work/)).toBe(false);
  });

  it('copies a finding for a ticket', async () => {
    const host = sampleHost(faulty);
    show(host);
    await panel.press('Copy for a ticket');
    expect(host.done[0]).toMatch(/^copy .*every view of the form/);
    expect(host.done[0]).toContain('Fire the tag on /thank-you only.');
  });

  it('goes from evidence to the fire and back to the evidence', async () => {
    show(sampleHost(faulty));
    await panel.press('Lead on /quote');
    expect(panel.find('Details').textContent).toContain('731904458812067');
    await panel.key('Escape');
    expect(panel.has('Details')).toBe(false);
  });

  it('says so when what is open was cleared', async () => {
    const host = sampleHost(faulty);
    show(host);
    await panel.press('Lead on /quote');
    await panel.change(() => {
      host.state.value = { ...host.state.value, session: sampleSession({ fires: [], findings: [] }) };
    });
    expect(panel.has('This is no longer in the list')).toBe(true);
  });

  it('keeps the failure of one view to that view', async () => {
    const broken = sampleFire();
    Object.defineProperty(broken, 'vendorName', {
      get: () => {
        throw new Error('a getter of the page');
      },
    });
    withHeight();
    const host = sampleHost(sampleSession({ fires: [broken] }));
    show(host);
    await panel.press(/^Fires\d/);
    expect(panel.has('This view could not be drawn')).toBe(true);
    await panel.press('Copy the details');
    expect(host.done[0]).toContain('a getter of the page');
    await panel.press('Problems');
    expect(panel.has('This view could not be drawn')).toBe(false);
  });
});

describe('the list of fires', () => {
  const fires = (count: number) =>
    Array.from({ length: count }, (_, n) => sampleFire({ id: `f${n}`, at: sampleFire().at + n, event: `Event${n}` }));

  it('draws few of many rows, and tells how many there are', async () => {
    withHeight();
    show(sampleHost(sampleSession({ fires: fires(5_000) })));
    await panel.press(/^Fires\d/);
    expect(panel.find(/^Fires and what led/).getAttribute('aria-rowcount')).toBe('5001');
    const drawn = panel.all('[role=row]').length;
    expect(drawn).toBeGreaterThan(1);
    expect(drawn).toBeLessThan(80);
  });

  it('keeps its rows while the keyboard stands on one, and shows the new ones when asked', async () => {
    withHeight();
    const host = sampleHost(sampleSession({ fires: fires(2) }));
    show(host);
    await panel.press(/^Fires\d/);
    const grid = panel.find(/^Fires and what led/);
    await panel.change(() => grid.focus());
    await panel.key('ArrowDown', grid);
    await panel.change(() => {
      host.state.value = { ...host.state.value, session: sampleSession({ fires: fires(5) }) };
    });
    expect(grid.getAttribute('aria-rowcount')).toBe('3');
    await panel.press('3 new');
    expect(grid.getAttribute('aria-rowcount')).toBe('6');
    expect(panel.has('3 new')).toBe(false);
  });
});
