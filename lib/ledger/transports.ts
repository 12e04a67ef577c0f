import type { RequestSignal } from '../model';
import { withoutFragment } from './address';
import type { Attempt } from './attempts';
import { firstFrom } from './order';

/** Requests of a tab that may carry a form: never a preflight, a later hop, or a tag's unless receiving forms is its job. In order of time. */
export interface Carriers {
  requests: readonly RequestSignal[];
  /** True when receiving forms is the job of the vendor it went to. */
  receivesForms(request: RequestSignal): boolean;
}

/** A request may leave this long after the click or the last word of the page about it. */
const leavesWithinMs = 5000;
const skewMs = 100;

/**
 * Finds the requests that carried each attempt: those the page's sensor named, plain posts to the form's action, scripted ones that go there or
 * carry the form's field names, and hits of vendors whose job is to receive forms. A request carries one attempt.
 */
export function findTransports(attempts: readonly Attempt[], { requests, receivesForms }: Carriers): void {
  const taken = new Set<RequestSignal>();
  const sorted = [...attempts].sort((a, b) => a.startedAt - b.startedAt);
  const nextOf = nextSends(sorted);
  for (const attempt of sorted) {
    if (attempt.invalidAt !== undefined && !attempt.submitted && attempt.requests.length === 0) continue;
    const until = Math.min(attempt.sentAt + leavesWithinMs, nextOf.get(attempt) ?? Number.POSITIVE_INFINITY);
    for (let i = firstFrom(requests, attempt.startedAt - skewMs); i < requests.length; i++) {
      const request = requests[i];
      if (!request || request.at > until) break;
      if (taken.has(request) || !carries(request, attempt, receivesForms)) continue;
      taken.add(request);
      attempt.transports.push(request);
    }
  }
}

/** When the next attempt with the same form began. */
function nextSends(sorted: readonly Attempt[]): Map<Attempt, number> {
  const next = new Map<Attempt, number>();
  const byForm = new Map<string, number>();
  for (const attempt of sorted.toReversed()) {
    const at = byForm.get(attempt.form.key);
    if (at !== undefined) next.set(attempt, at);
    byForm.set(attempt.form.key, attempt.startedAt);
  }
  return next;
}

function carries(request: RequestSignal, attempt: Attempt, receivesForms: Carriers['receivesForms']): boolean {
  // A post of the document to the form's action needs no `submit` event as a witness: a click on the form is enough.
  if (request.type === 'main_frame')
    return (
      (attempt.submitted || request.method === 'POST') && request.place.tabId === attempt.place.tabId && isPost(request, attempt)
    );
  if (request.type === 'sub_frame') return attempt.submitted && isPost(request, attempt);
  if (request.type !== 'xmlhttprequest' && request.type !== 'ping' && request.type !== 'beacon') return false;
  if (attempt.requests.some((one) => named(one, request))) return true;
  if (!writes(request.method)) return false;
  if (receivesForms(request)) return true;
  const { documentId } = attempt.place;
  if (documentId !== null && request.place.documentId !== null && documentId !== request.place.documentId) return false;
  return goesTo(request, attempt.form.action) || namesOfForm(request, attempt) >= 2;
}

function isPost(request: RequestSignal, { form, place }: Attempt): boolean {
  const method = (form.method ?? 'get').toUpperCase();
  if (request.method !== method) return false;
  const action = form.action ?? place.url ?? '';
  return method === 'GET' ? beforeQuery(request.url) === beforeQuery(action) : goesTo(request, action);
}

function named(one: Attempt['requests'][number], request: RequestSignal): boolean {
  return (
    one.method.toUpperCase() === request.method &&
    withoutFragment(one.url) === withoutFragment(request.url) &&
    Math.abs(request.at - one.at) <= 1500
  );
}

function goesTo(request: RequestSignal, action: string | undefined): boolean {
  return action !== undefined && withoutFragment(action) === withoutFragment(request.url);
}

function namesOfForm(request: RequestSignal, { form }: Attempt): number {
  const { body } = request;
  const names = body?.form === 'names' ? body.names : body?.form === 'fields' ? body.fields.map(([name]) => name) : [];
  const sent = new Set(names);
  return form.fields.filter((field) => field.name !== '' && sent.has(field.name)).length;
}

function beforeQuery(url: string): string {
  return withoutFragment(url).split('?', 1)[0] ?? url;
}

function writes(method: string): boolean {
  return method === 'POST' || method === 'PUT' || method === 'PATCH';
}
