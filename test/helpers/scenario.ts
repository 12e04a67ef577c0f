import type { ConsentChange, Fire, Page, PageCall, Place, Settings, Signal, Submission, TagStorage } from '../../lib/model';
import type { RuleInput } from '../../lib/rules';

/**
 * A rule's input, written as its differences from the ordinary: one page with a form that was watched from before,
 * fires of Meta on it that are allowed. Small enough for a table of tests and for the examples in docs/rules.
 */
export interface Scenario {
  settings?: Partial<Settings>;
  pages?: Partial<Page>[];
  calls?: Partial<PageCall>[];
  consent?: Partial<ConsentChange>[];
  fires?: (Omit<Partial<Fire>, 'consent'> & { consent?: Partial<Fire['consent']> })[];
  submissions?: Partial<Submission>[];
  storage?: (Omit<Partial<TagStorage>, 'consent'> & { consent?: Partial<TagStorage['consent']> })[];
  /** What was seen, when more than each page's commit and its sensor's greeting matters. Replaces both. */
  signals?: Signal[];
}

/** Everything a rule may look at, with what a scenario leaves out filled in. */
export function toInput(scenario: Scenario): RuleInput {
  const pages = (scenario.pages ?? [{}]).map(aPage);
  return {
    settings: { schema: 'tagwitness.settings/1', sites: [], ...scenario.settings },
    pages,
    calls: (scenario.calls ?? []).map(aCall),
    consent: (scenario.consent ?? []).map(aChange),
    fires: (scenario.fires ?? []).map(aFire),
    submissions: (scenario.submissions ?? []).map(aSubmission),
    storage: (scenario.storage ?? []).map(aTagCookie),
    signals: scenario.signals ?? pages.filter((page) => page.cause !== 'route').flatMap(watched),
  };
}

/** A view of the page with the form. Its id is `p<at>`, its document `d<at>`. */
export function aPage(part: Partial<Page> = {}): Page {
  const at = part.at ?? 0;
  return {
    id: `p${at}`,
    at,
    url: 'https://www.lichtdach.example/angebot/',
    documentId: `d${at}`,
    tabId: 1,
    cause: 'commit',
    watchedSince: true,
    forms: [{ key: 'angebot', label: 'Angebot anfordern', siteWide: false }],
    ...part,
  };
}

/** Meta's `Lead`, sent and allowed. Its id is `f<at>`; without a word about it, it belongs to the page that began at 0. */
export function aFire(part: NonNullable<Scenario['fires']>[number] = {}): Fire {
  const at = part.at ?? 1000;
  const typed = part.category === undefined || part.category === 'lead';
  return {
    id: `f${at}`,
    at,
    pageId: 'p0',
    vendor: 'meta',
    vendorName: 'Meta',
    account: '990012345678201',
    event: 'Lead',
    category: 'lead',
    parameters: [],
    userData: [],
    requests: [{ signalId: `r${at}`, role: 'main' }],
    outcome: 'sent',
    needsConsent: true,
    dedup: { idName: 'eventID', window: '48 hours', windowMs: 172_800_000 },
    ...(typed && !('leadLike' in part) ? { leadLike: 'typed' as const } : {}),
    ...part,
    consent: {
      verdict: 'granted',
      agreement: 'silent',
      basis: { framework: 'tcf', at: 0, words: 'The visitor allowed it.' },
      ...part.consent,
    },
  };
}

/** Meta's `_fbp`, written after it was allowed. Its id is `w<at>`. */
function aTagCookie(part: NonNullable<Scenario['storage']>[number] = {}): TagStorage {
  const at = part.at ?? 1000;
  const basis = { framework: 'tcf', at: 0, words: 'The visitor allowed it.' };
  const cookie = { vendor: 'meta', vendorName: 'Meta', store: 'cookie' as const, name: '_fbp' };
  return { id: `w${at}`, at, pageId: 'p0', ...cookie, ...part, consent: { verdict: 'granted', basis, ...part.consent } };
}

/** An accepted submission of the form on the page that began at 0. Its id is `s<startedAt>`. */
export function aSubmission(part: Partial<Submission> = {}): Submission {
  const startedAt = part.startedAt ?? 60_000;
  return {
    id: `s${startedAt}`,
    formId: 'angebot',
    formLabel: 'Angebot anfordern',
    startedAt,
    answeredAt: startedAt + 300,
    outcome: 'accepted',
    basis: 'another page without that form was shown',
    fromPageId: 'p0',
    fires: [],
    signals: [],
    ...part,
  };
}

/** The visitor chose. Its id is `c<at>`. */
export function aChange(part: Partial<ConsentChange> = {}): ConsentChange {
  const at = part.at ?? 5000;
  return {
    id: `c${at}`,
    at,
    seenAt: at,
    pageId: 'p0',
    documentId: 'd0',
    framework: 'tcf',
    state: 'chosen',
    words: 'The visitor chose in the dialog.',
    signalId: `signal-c${at}`,
    ...part,
  };
}

/** `fbq('track', 'Lead')`. Its id is `call<at>`. */
export function aCall(part: Partial<PageCall> = {}): PageCall {
  const at = part.at ?? 900;
  return { id: `call${at}`, at, pageId: 'p0', api: 'fbq', words: "fbq('track', 'Lead')", fires: [], ...part };
}

/** What is seen of every ordinary page: its commit, and a first word from the sensor in it. */
function watched(page: Page): Signal[] {
  return [aCommit(page), aGreeting(page)];
}

/** The browser's word that a page began, by a link unless told otherwise. */
export function aCommit(page: Page, part: { transition?: string; opened?: boolean } = {}): Signal {
  const { at, url } = page;
  return { kind: 'page', event: 'commit', id: `commit-${page.id}`, at, url, place: placeOf(page), transition: 'link', ...part };
}

/** A first word from the sensor in a page: forms on it would have been seen. */
export function aGreeting(page: Page): Signal {
  const sequence = { sensor: `sensor-${page.id}`, n: 0 };
  return {
    kind: 'page',
    event: 'described',
    id: `sensor-${page.id}:0`,
    at: page.at + 1,
    url: page.url,
    place: placeOf(page),
    sequence,
  };
}

function placeOf(page: Page): Place {
  return { tabId: page.tabId, frameId: 0, documentId: page.documentId, url: page.url };
}
