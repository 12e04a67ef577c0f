import type { Json } from '../model';

/** What a consent tool says, in the terms of its own categories. */
export interface ToolAnswer {
  name: string;
  answered: boolean;
  categories: Record<string, boolean>;
}

/** Where one consent tool keeps the choice, and how to read it. */
interface Tool {
  name: string;
  /** The key that holds the categories; `*` at the end: all keys that begin so, each being one category. */
  key: string;
  /** Words that must stand in it, so that another tool's key of the same name is not taken for this one's. */
  needs?: readonly string[];
  /** Present, and in this state, once the visitor has answered; a tool without one writes its key only then. */
  answer?: { key: string; word?: string; is?: string };
  /** Categories whose own name does not say what they are. */
  names?: Readonly<Record<string, string>>;
  /** The id of what it shows while it asks. A tool whose dialog cannot be told from one that is closed has none here. */
  dialog?: string;
  /** Words that are no categories. */
  not?: RegExp;
  /** It lists what is allowed; what it does not list is refused only where nothing but the necessary is listed. */
  lists?: true;
}

/**
 * Consent tools beside TCF, by the keys their own documentation names or their source shows: OneTrust https://developer.onetrust.com ·
 * Cookiebot https://www.cookiebot.com/en/developer/ · Usercentrics https://docs.usercentrics.com · CookieYes https://www.cookieyes.com/documentation ·
 * Complianz https://complianz.io/docs · Klaro https://klaro.org/docs · https://cookieconsent.orestbida.com · https://tarteaucitron.io ·
 * iubenda https://www.iubenda.com/en/help · the others from public adapters (https://github.com/duckduckgo/autoconsent).
 */
const tools: readonly Tool[] = [
  {
    name: 'OneTrust',
    key: 'OptanonConsent',
    answer: { key: 'OptanonAlertBoxClosed' },
    dialog: 'onetrust-banner-sdk',
    not: /^(?!C\d+$)/,
  },
  { name: 'Cookiebot', key: 'CookieConsent', needs: ['statistics', 'marketing'], dialog: 'CybotCookiebotDialog' },
  { name: 'Usercentrics', key: 'ucData', names: { consent: 'everything' }, not: /^(?!consent$)/ },
  {
    name: 'Usercentrics',
    key: 'uc_settings',
    answer: { key: 'uc_user_interaction', word: '', is: 'true' },
    names: { status: 'everything' },
    not: /^(?!status$)/,
  },
  { name: 'Didomi', key: 'didomi_token', not: /^(purposes|vendors|enabled|disabled|.*_li|version)$/ },
  { name: 'TrustArc', key: 'notice_preferences' },
  {
    name: 'CookieYes',
    key: 'cookieyes-consent',
    answer: { key: 'cookieyes-consent', word: 'action', is: 'yes' },
    not: /^(consent|action|other)$/,
  },
  { name: 'Complianz', key: 'cmplz_*', not: /^(banner-status|policy_id|consented_services)$/ },
  { name: 'Termly', key: 'TERMLY_API_CACHE', needs: ['advertising'] },
  {
    name: 'iubenda',
    key: '_iub_cs-*',
    names: { 1: 'necessary', 2: 'functionality', 3: 'experience', 4: 'measurement', 5: 'marketing' },
    not: /^(?![1-5]$)/,
  },
  { name: 'Axeptio', key: 'axeptio_cookies', answer: { key: 'axeptio_cookies', word: '$$completed', is: 'true' }, not: /^\$\$/ },
  { name: 'Klaro', key: 'klaro', dialog: 'klaro' },
  {
    name: 'vanilla-cookieconsent',
    key: 'cc_cookie',
    lists: true,
    dialog: 'cc-main',
    not: /^(categories|services|revision|data)$/,
  },
  { name: 'tarteaucitron', key: 'tarteaucitron', dialog: 'tarteaucitronRoot' },
  { name: 'Cookie Information', key: 'CookieInformationConsent', not: /^consents_/ },
  { name: 'Borlabs Cookie', key: 'borlabs-cookie', lists: true, not: /^(consents|version)$/ },
  { name: 'CookieScript', key: 'CookieScriptConsent', lists: true, not: /^(action|categories)$/ },
  { name: 'CookieFirst', key: 'cookiefirst-consent', needs: ['advertising'] },
  { name: 'Transcend', key: 'tcm', answer: { key: 'tcm', word: 'confirmed', is: 'true' }, not: /^(confirmed|prompted|updated)$/ },
  { name: 'Fides', key: 'fides_consent' },
];

type Stored = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the page's consent tool says, from what it has stored and drawn; `null`: no tool we know, or nothing that can be told. */
export function readStoredChoice(data: Record<string, Json>): ToolAnswer | null {
  const stored = storedOf(data.stored);
  const found = tools.map((tool) => answerOf(tool, stored)).filter((answer) => answer !== null);
  const said = found.find(({ answered }) => answered) ?? found[0];
  if (said !== undefined) return said;
  const asking = tools.find(({ dialog }) => dialog !== undefined && dialog === data.dialog);
  return asking === undefined ? null : { name: asking.name, answered: false, categories: {} };
}

function answerOf(tool: Tool, stored: Stored): ToolAnswer | null {
  const words = wordsOf(tool, stored);
  if (words === null || tool.needs?.some((word) => !(word in words))) return null;
  const { answer } = tool;
  const state = answer && stored[answer.key];
  const answered =
    answer === undefined || (state !== undefined && (answer.is === undefined || state[answer.word ?? ''] === answer.is));
  const waits = Object.values(words).includes('wait');
  const categories = tool.name === 'TrustArc' ? levels(words['']) : categoriesOf(tool, words);
  return { name: tool.name, answered: answered && !waits, categories };
}

/** Words of its key, or, where each key is a category, the categories with their states. */
function wordsOf({ key }: Tool, stored: Stored): Record<string, string> | null {
  if (!key.endsWith('*')) return stored[key] ?? null;
  const start = key.slice(0, -1);
  const own = Object.entries(stored).filter(([name]) => name.startsWith(start));
  if (own.length === 0) return null;
  return Object.fromEntries(
    own.flatMap(([name, words]) => ('' in words ? [[name.slice(start.length), words[''] ?? '']] : Object.entries(words))),
  );
}

const allowed = /^(true|1|yes|allow|granted|accept|listed)$/i;
const refused = /^(false|0|no|deny|denied|reject)$/i;

/** Only what is surely allowed or surely refused; `mixed`, `wait` and whatever else is left out: never "refused" from "not known". */
function categoriesOf({ lists, names = {}, not }: Tool, words: Readonly<Record<string, string>>): Record<string, boolean> {
  const pairs = Object.entries(words).flatMap(([word, state]): [string, boolean][] => {
    if (word === '' || not?.test(word)) return [];
    if (allowed.test(state)) return [[names[word] ?? word, true]];
    return refused.test(state) && names[word] !== 'everything' ? [[names[word] ?? word, false]] : [];
  });
  const onlyNecessary = lists && pairs.length > 0 && pairs.every(([category]) => /necess|essential|required/i.test(category));
  return Object.fromEntries(onlyNecessary ? [...pairs, ['everything', false]] : pairs);
}

/** TrustArc's `notice_preferences`: `2:` allows levels 0 to 2, `0,1:` those listed; 1 is functional, 2 advertising. */
function levels(text = ''): Record<string, boolean> {
  const listed = text.replace(/:.*/, '').split(',').map(Number);
  const most = Math.max(...listed);
  if (text === '' || !Number.isFinite(most)) return {};
  return { functional: most >= 1, advertising: most >= 2 };
}

function storedOf(value: Json | undefined): Stored {
  const stored: Record<string, Record<string, string>> = {};
  for (const [key, words] of entriesOf(value)) {
    stored[key] = Object.fromEntries(entriesOf(words).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  }
  return stored;
}

function entriesOf(value: Json | undefined): [string, Json][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
