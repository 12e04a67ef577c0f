import '../globals';
import { createConsentState } from './google-consent';

/**
 * Stand-in for Google's tag: reads commands from the data layer, keeps Consent Mode's state, and sends GA4 events and Ads conversions
 * in Google's formats to Google's hosts. While the site waits for the visitor's choice, hits wait as well, at most `wait_for_update`.
 */
type Values = Record<string, unknown>;

const consent = createConsentState();
const measurementIds: string[] = [];
const pageLoadId = String(Date.now());
const clientId = `${Math.floor(Math.random() * 2 ** 31)}.${Math.floor(Date.now() / 1000)}`;
let userData: Record<string, string> = {};
let hits = 0;
let waiting: (() => void)[] | null = null;

function command(args: ArrayLike<unknown>): void {
  const [name, first, second] = Array.from(args);
  const values = (second ?? {}) as Values;
  if (name === 'consent' && first === 'default') setDefault(values);
  if (name === 'consent' && first === 'update') setUpdate(values);
  if (name === 'set' && first === 'user_data') userData = values as Record<string, string>;
  if (name === 'config' && typeof first === 'string') configure(first);
  if (name === 'event' && typeof first === 'string') whenReady(() => event(first, values));
}

function setDefault(values: Values): void {
  consent.setDefault(values);
  if (typeof values.wait_for_update !== 'number') return;
  waiting = [];
  setTimeout(release, values.wait_for_update);
}

function setUpdate(values: Values): void {
  consent.setUpdate(values);
  release();
}

function release(): void {
  const ready = waiting ?? [];
  waiting = null;
  for (const send of ready) send();
}

function whenReady(send: () => void): void {
  if (waiting) waiting.push(send);
  else send();
}

function configure(id: string): void {
  if (!id.startsWith('G-')) return;
  measurementIds.push(id);
  whenReady(() => analytics(id, 'page_view', {}));
}

function event(name: string, values: Values): void {
  const [account, label] = String(values.send_to ?? '').split('/');
  if (account?.startsWith('AW-')) conversion(account, label ?? '', values);
  else for (const id of measurementIds) analytics(id, name, values);
}

function analytics(id: string, name: string, { value, currency, ...others }: Values): void {
  hits += 1;
  const query = new URLSearchParams({ v: '2', tid: id, gtm: '45je6b1v9112233445za200', _p: pageLoadId, ...consent.parameters() });
  query.set('cid', clientId);
  query.set('ul', navigator.language.toLowerCase());
  query.set('sr', `${screen.width}x${screen.height}`);
  query.set('_s', String(hits));
  query.set('dl', location.href);
  if (document.referrer) query.set('dr', document.referrer);
  query.set('dt', document.title);
  query.set('en', name);
  if (currency !== undefined) query.set('cu', String(currency));
  if (name === 'generate_lead') query.set('_c', '1');
  if (value !== undefined) query.set('epn.value', String(value));
  for (const [key, other] of Object.entries(others))
    query.set(typeof other === 'number' ? `epn.${key}` : `ep.${key}`, String(other));
  if (userData.sha256_email_address && consent.granted('ad_user_data'))
    query.set('em', `tv.1~em.${userData.sha256_email_address}`);
  query.set('tfd', String(Math.round(performance.now())));
  post(`https://www.google-analytics.com/g/collect?${query}`);
}

/** Granted: googleadservices.com and its `ccm` twin. Denied: the host without advertising cookies, no twin, no user data. */
function conversion(account: string, label: string, values: Values): void {
  const id = account.slice('AW-'.length);
  const random = String(Math.floor(Math.random() * 2 ** 31));
  const query = new URLSearchParams({
    random,
    cv: '11',
    fst: random,
    fmt: '3',
    bg: 'ffffff',
    gtm: '45be6b1v9112233445',
    ...consent.parameters(),
    en: 'conversion',
    url: location.href,
    ref: document.referrer,
    tiba: document.title,
    label,
    value: String(values.value),
    currency_code: String(values.currency),
  });
  const granted = consent.granted('ad_storage');
  if (granted && userData.sha256_email_address) query.set('em', `tv.1~em.${userData.sha256_email_address}`);
  const twin = `https://www.googleadservices.com/ccm/conversion/${id}/?${query}`;
  query.set('oid', String(values.transaction_id));
  const host = granted ? 'www.googleadservices.com' : 'pagead2.googlesyndication.com';
  image(`https://${host}/pagead/conversion/${id}/?${query}`);
  if (granted) post(twin);
}

const images: HTMLImageElement[] = [];
function image(address: string): void {
  const made = new Image();
  made.src = address;
  images.push(made);
}

function post(address: string): void {
  fetch(address, { method: 'POST', mode: 'no-cors', keepalive: true }).catch(() => {});
}

function isCommand(item: unknown): item is ArrayLike<unknown> {
  return Object.prototype.toString.call(item) === '[object Arguments]';
}

const layer = window.dataLayer;
for (const item of [...layer]) if (isCommand(item)) command(item);
const push = layer.push;
layer.push = function record(...items: unknown[]): number {
  const length = push.apply(layer, items);
  for (const item of items) if (isCommand(item)) command(item);
  return length;
};
