import * as v from 'valibot';
import type { Settings } from './settings';
import type { Signal } from './signal';

/**
 * Guards at the borders: a settings file, a saved session. What passes is safe to hand to the analyser.
 * Each failure is one sentence a person can act on.
 */
export type Parsed<T> = { ok: true; value: T; problems: string[] } | { ok: false; problem: string };

/** Signals (with the settings they were taken under) out of a saved `tagwitness.session/1`; everything else in it is derived again. */
export interface SavedSession {
  signals: Signal[];
  settings?: Settings;
}

/** Reads settings from parsed JSON. Unknown fields are refused, since a misspelt one would silently do nothing. */
export function parseSettings(json: unknown): Parsed<Settings> {
  const result = v.safeParse(settingsSchema, json);
  if (result.success) return { ok: true, value: result.output, problems: [] };
  return { ok: false, problem: `These settings cannot be used: ${firstIssue(result.issues)}.` };
}

/** Reads a saved session from parsed JSON. A signal that is not well formed is left out and counted in `problems`. */
export function parseSession(json: unknown): Parsed<SavedSession> {
  if (!isRecord(json)) return { ok: false, problem: 'This is no saved session: it holds no JSON object.' };
  if (json.schema !== 'tagwitness.session/1') {
    return { ok: false, problem: 'This is no saved session: its "schema" is not "tagwitness.session/1".' };
  }
  if (!Array.isArray(json.signals)) return { ok: false, problem: 'This saved session holds no list of signals.' };
  const signals = json.signals.filter(isSignal);
  const problems: string[] = [];
  const refused = json.signals.length - signals.length;
  if (refused > 0) problems.push(`${refused} of ${json.signals.length} signals could not be read and were left out.`);
  if (json.settings === undefined) return { ok: true, value: { signals }, problems };
  const settings = parseSettings(json.settings);
  if (settings.ok) return { ok: true, value: { signals, settings: settings.value }, problems };
  problems.push(`The session's own settings were not used. ${settings.problem}`);
  return { ok: true, value: { signals }, problems };
}

/** True when the value has the shape of a signal: known kind, id, instant, place, and the fields its kind cannot do without. */
export function isSignal(value: unknown): value is Signal {
  return v.is(signalSchema, value);
}

function firstIssue(issues: readonly v.BaseIssue<unknown>[]): string {
  const issue = issues[0];
  if (!issue) return 'they are malformed';
  const path = v.getDotPath(issue as v.BaseIssue<unknown>);
  return path ? `"${path}": ${lowerFirst(issue.message)}` : lowerFirst(issue.message);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const globs = v.array(v.string());
const lead = v.strictObject({
  vendor: v.string(),
  account: v.optional(v.string()),
  event: v.optional(v.string()),
  label: v.optional(v.string()),
  conversionId: v.optional(v.string()),
});
const site = v.strictObject({
  match: globs,
  confirmation: v.optional(globs),
  leads: v.optional(v.array(lead)),
  expect: v.optional(v.array(v.strictObject({ vendor: v.string(), account: v.optional(v.string()) }))),
  wanted: v.optional(v.array(v.strictObject({ vendor: v.optional(v.string()), params: v.array(v.string()) }))),
  ignore: v.optional(
    v.array(v.strictObject({ rule: v.string(), vendor: v.optional(v.string()), match: v.optional(v.string()), why: v.string() })),
  ),
});
const parameterNames = v.array(v.pipe(v.string(), v.minLength(1, 'A parameter name is empty')));
const category = v.picklist([
  'page_view',
  'view_content',
  'search',
  'add_to_cart',
  'add_to_wishlist',
  'initiate_checkout',
  'purchase',
  'lead',
  'contact',
  'complete_registration',
  'submit_application',
  'schedule',
  'subscribe',
  'start_trial',
  'download',
  'form_submit',
  'conversion',
  'remarketing',
  'identify',
  'engagement',
  'session_replay',
  'auto',
  'custom',
]);
const ownVendor = v.pipe(
  v.strictObject({
    id: v.pipe(
      v.string(),
      v.regex(/^own_[a-z0-9_]+$/, 'An id of your own begins with "own_" and has small letters, digits and _ only'),
    ),
    name: v.pipe(v.string(), v.minLength(1, 'The name is empty')),
    hosts: v.optional(
      v.array(
        v.pipe(
          v.string(),
          v.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'A host is a name such as "count.example.com", without protocol and path'),
        ),
      ),
    ),
    path: v.optional(v.pipe(v.string(), v.startsWith('/', 'A path begins with "/"'))),
    account: v.optional(parameterNames),
    event: v.optional(parameterNames),
    events: v.optional(v.record(v.string(), category)),
    eventId: v.optional(parameterNames),
    value: v.optional(parameterNames),
    currency: v.optional(parameterNames),
    orderId: v.optional(parameterNames),
    pageUrl: v.optional(parameterNames),
    labels: v.optional(v.record(v.string(), v.string())),
    needsConsent: v.optional(v.boolean()),
  }),
  v.check(
    ({ hosts = [], path = '' }) => hosts.length > 0 || path.split('*').some((piece) => piece.length >= 6),
    'It needs "hosts", or a "path" with six letters in a row to be told by',
  ),
);
const ownVendors = v.pipe(
  v.array(ownVendor),
  v.check((list) => new Set(list.map(({ id }) => id)).size === list.length, 'Two vendors have one id'),
);
const settingsSchema = v.strictObject({
  schema: v.literal('tagwitness.settings/1'),
  jurisdiction: v.optional(v.picklist(['auto', 'eu', 'us', 'none'])),
  sites: v.array(site),
  vendors: v.optional(ownVendors),
});

const instant = v.pipe(v.number(), v.finite());
const place = v.looseObject({
  tabId: v.nullable(v.number()),
  frameId: v.nullable(v.number()),
  documentId: v.nullable(v.string()),
  parentDocumentId: v.optional(v.string()),
  url: v.nullable(v.string()),
});
const base = { id: v.string(), at: instant, place };
const pair = v.tuple([v.string(), v.string()]);
const body = v.variant('form', [
  v.looseObject({ form: v.literal('text'), text: v.string() }),
  v.looseObject({ form: v.literal('bytes'), base64: v.string() }),
  v.looseObject({ form: v.literal('fields'), fields: v.array(pair) }),
  v.looseObject({ form: v.literal('names'), names: v.array(v.string()) }),
  v.looseObject({ form: v.literal('unread'), why: v.string() }),
]);
const hop = { requestId: v.string(), hop: v.pipe(v.number(), v.integer(), v.minValue(0)) };
const fields = v.array(v.looseObject({ name: v.string(), type: v.string() }));
const signalSchema = v.variant('kind', [
  v.looseObject({
    kind: v.literal('request'),
    ...base,
    ...hop,
    method: v.string(),
    url: v.string(),
    type: v.string(),
    body: v.optional(body),
  }),
  v.looseObject({
    kind: v.literal('response'),
    ...base,
    ...hop,
    phase: v.picklist(['headers', 'redirect', 'completed', 'error']),
  }),
  v.looseObject({ kind: v.literal('call'), ...base, api: v.string(), args: v.array(v.unknown()) }),
  v.looseObject({ kind: v.literal('consent'), ...base, framework: v.string(), event: v.string(), data: v.unknown() }),
  v.looseObject({
    kind: v.literal('form'),
    ...base,
    form: v.looseObject({ key: v.string(), instance: v.number(), fields }),
    fact: v.looseObject({ event: v.string() }),
  }),
  v.looseObject({ kind: v.literal('storage'), ...base, store: v.string(), name: v.string() }),
  v.looseObject({ kind: v.literal('page'), ...base, event: v.string(), url: v.string() }),
  v.looseObject({ kind: v.literal('gap'), ...base, fromAt: instant, why: v.string() }),
]);
