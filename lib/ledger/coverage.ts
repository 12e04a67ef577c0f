import type { Coverage, Decoded, RequestSignal } from '../model';
import { hostOf, siteOf } from './address';
import type { Doc } from './documents';
import { holesOf } from './documents';
import type { Drafted } from './fires';
import type { Unit } from './fold';
import { byText } from './order';
import { isBlocked } from './send-outcome';
import type { View } from './views';

/** What one tab adds to the coverage of a session. */
export type TabCoverage = Omit<Coverage, 'passes' | 'ignored'>;

export interface CoverageInput {
  requests: readonly RequestSignal[];
  decodedOf(request: RequestSignal): Decoded | undefined;
  suspicionOf(request: RequestSignal): string | undefined;
  errorOf(request: RequestSignal): string | undefined;
  docs: Iterable<Doc>;
  views: readonly View[];
  fires: readonly Drafted[];
  /** Copies whose event was not seen. */
  lone: readonly Unit[];
}

/** What was looked at in a tab, and what could not be. */
export function coverageOf({ requests, decodedOf, suspicionOf, errorOf, docs, views, fires, lone }: CoverageInput): TabCoverage {
  const unknown = new Map<string, { host: string; reason: string; count: number }>();
  const add = (url: string, reason: string): void => {
    const host = hostOf(url);
    const entry = unknown.get(`${host}\n${reason}`) ?? { host, reason, count: 0 };
    entry.count += 1;
    unknown.set(`${host}\n${reason}`, entry);
  };
  const blocked: Record<string, number> = {};
  let unreadBodies = 0;
  for (const request of requests) {
    const decoded = decodedOf(request);
    if (request.body?.form === 'unread' && (decoded || isBeacon(request))) unreadBodies += 1;
    if (decoded?.kind === 'opaque') add(request.url, decoded.reason ?? 'a tag’s envelope that cannot be opened');
    const why = decoded || request.hop > 0 ? undefined : (suspicionOf(request) ?? beaconElsewhere(request));
    if (why !== undefined) add(request.url, why);
    if (decoded?.vendor && isBlocked(errorOf(request))) blocked[decoded.vendor] = (blocked[decoded.vendor] ?? 0) + 1;
  }
  for (const unit of lone) add(unit.request.url, 'a copy of an event whose own request was not seen');
  return {
    unreadBodies,
    unknownTags: [...unknown.values()],
    gaps: [...docs].flatMap((doc) =>
      holesOf(doc).map((hole) => ({ ...hole, why: `reports of the page ${doc.url ?? ''} were lost` })),
    ),
    serverCopySigns: [...new Set(fires.flatMap(ownContainer))],
    blocked,
    blind: views.flatMap((view) => (view.blind ? [{ pageId: view.id, names: view.blind }] : [])),
  };
}

function isBeacon({ type }: RequestSignal): boolean {
  return type === 'ping' || type === 'beacon';
}

function beaconElsewhere(request: RequestSignal): string | undefined {
  return isBeacon(request) && isElsewhere(request) ? 'a beacon to a host that belongs to no vendor known here' : undefined;
}

/** To another site than the one that asked. */
function isElsewhere({ url, initiator, place }: RequestSignal): boolean {
  const from = siteOf(initiator ?? place.url);
  return from !== '' && from !== siteOf(url);
}

function ownContainer({ fire, request }: Drafted): string[] {
  return fire.firstParty === true ? [`${fire.vendorName} is sent to the site’s own host ${hostOf(request.url)}`] : [];
}

/** The coverage of several tabs, in an order that does not depend on theirs. */
export function joinCoverage(parts: readonly TabCoverage[]): TabCoverage {
  const unknown = new Map<string, { host: string; reason: string; count: number }>();
  const blocked: Record<string, number> = {};
  for (const part of parts) {
    for (const { host, reason, count } of part.unknownTags) {
      const key = `${host}\n${reason}`;
      unknown.set(key, { host, reason, count: count + (unknown.get(key)?.count ?? 0) });
    }
    for (const vendor of Object.keys(part.blocked)) blocked[vendor] = (blocked[vendor] ?? 0) + (part.blocked[vendor] ?? 0);
  }
  return {
    unreadBodies: parts.reduce((sum, part) => sum + part.unreadBodies, 0),
    unknownTags: [...unknown].sort(([a], [b]) => byText(a, b)).map(([, entry]) => entry),
    gaps: parts.flatMap((part) => part.gaps).sort((a, b) => a.fromAt - b.fromAt || a.toAt - b.toAt || byText(a.why, b.why)),
    serverCopySigns: [...new Set(parts.flatMap((part) => part.serverCopySigns))].sort(byText),
    blocked: Object.fromEntries(Object.entries(blocked).sort(([a], [b]) => byText(a, b))),
    blind: parts.flatMap((part) => part.blind).sort((a, b) => byText(a.pageId, b.pageId)),
  };
}
