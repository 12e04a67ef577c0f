import { signal } from '@preact/signals';
import type { PanelActions, PanelHost, PanelState } from '../../components/host';
import type { Session } from '../../lib/model';
import { client } from '../../lib/platform/client';
import { copyText } from '../../lib/platform/copy-text';
import { followTab, listenToo, type TabFeed } from '../../lib/platform/follow-tab';
import { saveFile } from '../../lib/platform/save-file';
import { activeTab, isClosedToExtensions, onTabsChanged, openOwnTab, reloadTab, tabById } from '../../lib/platform/tabs';
import { json, redact } from '../../lib/report';
import type { Core } from '../../lib/session/core';
import { createLiveSession } from '../../lib/session/live-session';
import { createPace } from '../../lib/session/pace';

/** A new session is derived at most this often while signals pour in. */
const deriveEveryMs = 60;

/** Where the panel stands: beside the page, in the developer tools, or in a tab of its own. */
export interface PanelPlace {
  /** The one tab it can show; without it, the panel follows the active tab and can be locked to one. */
  boundTo?: number;
  isOwnTab?: boolean;
  openSource?: PanelActions['openSource'];
}

/** Joins the panel's views with the browser: which tab, what was seen of it, and what the buttons do. */
export function createPanelHost(core: Core, { boundTo, isOwnTab, openSource }: PanelPlace): PanelHost {
  let lockedTo = boundTo ?? null;
  let feed: TabFeed | null = null;
  let shownTab: number | null = null;
  let isRead = false;

  const live = createLiveSession({
    core,
    onChange: (session) => update({ session }),
    soon: createPace({ now: () => performance.now(), later: setTimeout.bind(globalThis), pauseMs: deriveEveryMs }),
  });
  const state = signal<PanelState>({
    session: live.current(),
    tab: null,
    recording: 'recording',
    since: null,
    blockers: [],
    kept: { signals: 0, bytes: 0 },
  });

  function update(change: Partial<PanelState>): void {
    const next = { ...state.value, ...change };
    state.value = {
      ...next,
      since: sinceOf(next.session),
      blockers: blockersOf(core, next.session),
      obstacle: isRead ? obstacleOf(next) : undefined,
    };
  }

  async function showTab(): Promise<void> {
    const tab = lockedTo === null ? await activeTab() : await tabById(lockedTo);
    if (tab?.id !== shownTab) follow(tab?.id ?? null);
    update({ tab: tab && { ...tab, locked: lockedTo !== null } });
  }

  function follow(tabId: number | null): void {
    feed?.stop();
    shownTab = tabId;
    isRead = tabId === null;
    live.reset();
    feed =
      tabId === null
        ? null
        : followTab(tabId, {
            onSignals(signals) {
              isRead = true;
              if (signals.length > 0) live.push(signals);
              else update({});
            },
            onCleared: live.reset,
            onState: ({ paused, kept }) => update({ recording: paused ? 'paused' : 'recording', kept }),
          });
  }

  async function lock(locked: boolean): Promise<void> {
    lockedTo = locked ? shownTab : null;
    await showTab();
  }

  onTabsChanged(() => void showTab());
  listenToo(core, (seen) => {
    if (state.value.recording === 'recording' && seen.place.tabId === shownTab) live.push([seen]);
  });
  void showTab();

  const onTab = async (run: (tabId: number) => Promise<unknown>) => {
    if (shownTab !== null) await run(shownTab);
  };
  return {
    state,
    markOf: (vendor) => core.factsOf(vendor)?.mark,
    actions: {
      pause: () => onTab((tabId) => client.ask('session/pause', { tabId })),
      resume: () => onTab((tabId) => client.ask('session/resume', { tabId })),
      clear: () => onTab((tabId) => client.ask('session/clear', { tabId })),
      reloadTab: () => onTab(reloadTab),
      ...(boundTo === undefined ? { lock } : {}),
      ...(isOwnTab ? {} : { openInTab: () => onTab(openOwnTab) }),
      ...(openSource ? { openSource } : {}),
      copy: copyText,
      exportSession() {
        const { session, tab } = state.value;
        saveFile({ name: exportName(tab?.url, new Date()), type: 'application/json', text: json(redact(session)) });
      },
    },
  };
}

function sinceOf(session: Session): number | null {
  return session.signals.reduce<number | null>((first, { at }) => (first === null || at < first ? at : first), null);
}

function blockersOf(core: Core, session: Session): string[] {
  return Object.keys(session.coverage.blocked).map((vendor) => core.factsOf(vendor)?.name ?? vendor);
}

/** A page whose beginning was not seen was open before the recording: its data layer and forms are not watched. */
function obstacleOf({ session, tab }: PanelState): PanelState['obstacle'] {
  if (!tab) return 'no-tab';
  if (isClosedToExtensions(tab.url)) return 'not-allowed';
  return session.signals.some((one) => one.kind === 'page' && one.event === 'commit' && one.place.frameId === 0)
    ? undefined
    : 'reload-needed';
}

/** `tagwitness-www.shop.example-2026-11-25-1402.json` */
function exportName(url: string | undefined, now: Date): string {
  const host = url && URL.canParse(url) ? new URL(url).hostname : '';
  const stamp = now.toISOString().slice(0, 16).replace('T', '-').replace(':', '');
  return `${['tagwitness', host, stamp].filter((part) => part !== '').join('-')}.json`;
}
