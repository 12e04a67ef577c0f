import type { CarriedConsent, Decoded, Fire, RequestSignal, VendorFacts } from '../model';
import { withoutFragment } from './address';
import type { Answers } from './answers';
import { type Folded, fold, foldRetries, splitHops, type Unit } from './fold';
import { addTo, firstFrom } from './order';
import type { Laid } from './page-of';
import { failureOf, sendOutcome } from './send-outcome';
import type { View } from './views';

/** A fire as the ledger gives it: whether it was allowed is decided elsewhere. */
export type DraftFire = Omit<Fire, 'consent'>;

/** A draft with what only the ledger needs. */
export interface Drafted {
  fire: DraftFire;
  view: View | null;
  request: RequestSignal;
  /** The browser's id of the document that sent it, told by its address where the request has none. */
  documentId: string | null;
}

export interface FireInput {
  /** Requests that a vendor knows, with what they say, in order of time. */
  decoded: readonly { request: RequestSignal; decoded: Decoded }[];
  /** Preflights, in order of time. */
  preflights: readonly RequestSignal[];
  answers: Answers;
  layTo(request: RequestSignal): Laid;
  factsOf(vendor: string): VendorFacts | undefined;
}

/** The fires of a tab in order of time, and copies whose event was not seen. */
export function firesOf(input: FireInput): { fires: Drafted[]; lone: Unit[] } {
  const spoken = input.decoded.filter(({ decoded }) => decoded.kind === 'event' || decoded.kind === 'mirror');
  const { first, hops } = splitHops(spoken);
  const { fires: folded, lone } = fold(first.flatMap((one) => unitsOf(one, input.layTo(one.request))));
  // Where no answer at all was recorded, that one was not heard says nothing.
  const hears = first.some(({ request }) => failureOf(input.answers.of(request)) !== 'unheard');
  const fires = hears ? foldRetries(folded, (request) => failureOf(input.answers.of(request))) : folded;
  const preflightsOf = createPreflights(input.preflights);
  return { fires: fires.map((one) => drafted(one, { ...input, hops, preflightsOf })), lone };
}

function unitsOf({ request, decoded }: { request: RequestSignal; decoded: Decoded }, laid: Laid): Unit[] {
  const accounts = decoded.accountIds?.length ? [...new Set(decoded.accountIds)] : [decoded.accountId ?? null];
  const events = decoded.events.length > 0 ? decoded.events : [undefined];
  return events.flatMap((event, index) =>
    accounts.map((account) => ({
      id: `fire:${request.id}:${index}:${account ?? ''}`,
      request,
      decoded,
      event,
      index,
      account,
      laid,
    })),
  );
}

interface Around extends FireInput {
  hops: ReadonlyMap<string, string[]>;
  preflightsOf(request: RequestSignal): string[];
}

function drafted({ main, requests }: Folded, { answers, factsOf, hops, preflightsOf }: Around): Drafted {
  const { request, decoded, event, laid } = main;
  const vendor = decoded.vendor ?? 'unknown';
  const facts = factsOf(vendor);
  const retried = requests.findLast((one) => one.role === 'retry');
  const last = retried === undefined ? answers.of(request) : answers.of({ requestId: retried.signalId.replace(/:\d+$/, '') });
  const category = event?.category ?? 'custom';
  const fire: DraftFire = {
    id: main.id,
    at: request.at,
    pageId: laid.view?.id ?? null,
    ...(laid.basis === undefined ? {} : { pageBasis: laid.basis }),
    vendor,
    vendorName: facts?.name ?? vendor,
    account: main.account,
    event: event?.name ?? '',
    category,
    ...(event?.eventId === undefined ? {} : { eventId: event.eventId }),
    ...(event?.value === undefined ? {} : { value: event.value }),
    ...(event?.currency === undefined ? {} : { currency: event.currency }),
    ...(event?.orderId === undefined ? {} : { orderId: event.orderId }),
    ...(event?.label === undefined ? {} : { label: event.label }),
    ...(event?.conversionId === undefined ? {} : { conversionId: event.conversionId }),
    ...(event?.goal === undefined ? {} : { goal: event.goal }),
    ...(decoded.product === undefined ? {} : { product: decoded.product }),
    ...(decoded.firstParty === undefined ? {} : { firstParty: decoded.firstParty }),
    parameters: decoded.parameters.filter((one) => one.event === undefined || one.event === main.index),
    userData: decoded.userData ?? [],
    ...(decoded.consent === undefined ? {} : { carried: decoded.consent }),
    requests: [
      ...requests,
      ...requests.flatMap(({ signalId }) => (hops.get(signalId) ?? []).map((id) => ({ signalId: id, role: 'hop' as const }))),
      ...preflightsOf(request).map((signalId) => ({ signalId, role: 'preflight' as const })),
    ],
    ...sendOutcome(last),
    ...(decoded.automatic === true || category === 'auto' || category === 'form_submit' ? { automatic: true } : {}),
    ...(decoded.noscript === true ? { noscript: true } : {}),
    needsConsent: facts?.consent.required ?? true,
    ...(facts?.usOptOut ? { usOptOut: { field: facts.usOptOut.field, sent: saysOptOut(decoded.consent) } } : {}),
    ...(facts?.dedup
      ? { dedup: { idName: facts.dedup.idName, window: facts.dedup.window, windowMs: facts.dedup.windowMs } }
      : {}),
    ...(facts?.oncePerPage.includes(category) ? { oncePerPage: true } : {}),
  };
  return { fire, view: laid.view, request, documentId: request.place.documentId ?? laid.doc?.documentId ?? null };
}

/** A preflight asks for the same address, and may be seen before or after the request it is for. */
function createPreflights(preflights: readonly RequestSignal[]): (request: RequestSignal) => string[] {
  const byUrl = new Map<string, RequestSignal[]>();
  for (const one of preflights) addTo(byUrl, withoutFragment(one.url), one);
  return (request) => {
    const all = byUrl.get(withoutFragment(request.url));
    if (!all) return [];
    const ids: string[] = [];
    for (let n = firstFrom(all, request.at - 2000); n < all.length; n++) {
      const one = all[n];
      if (!one || one.at > request.at + 2000) break;
      ids.push(one.id);
    }
    return ids;
  };
}

/** Limited data use, or an opt-out of sale in the US Privacy string. */
function saysOptOut(carried: CarriedConsent | undefined): boolean {
  return carried?.ldu === true || carried?.usPrivacy?.charAt(2).toUpperCase() === 'Y';
}
