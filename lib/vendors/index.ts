import type { VendorCall, VendorFacts } from '../model';
import { criteo } from './criteo';
import { createDecoder } from './decode';
import { floodlight } from './floodlight';
import { ga4 } from './ga4';
import { googleAds } from './google-ads';
import { gtm } from './gtm';
import type { PageApiCall, Vendor } from './kit';
import { linkedin } from './linkedin';
import { meta } from './meta';
import { microsoftUet } from './microsoft-uet';
import { pinterest } from './pinterest';
import { quora } from './quora';
import { reddit } from './reddit';
import { snapchat } from './snapchat';
import { tiktok } from './tiktok';
import { universalAnalytics } from './universal-analytics';
import { x } from './x';

/** All vendors, sorted by id. */
export const vendors: readonly Vendor[] = [
  criteo,
  floodlight,
  ga4,
  googleAds,
  gtm,
  linkedin,
  meta,
  microsoftUet,
  pinterest,
  quora,
  reddit,
  snapchat,
  tiktok,
  universalAnalytics,
  x,
];

const decoder = createDecoder(vendors);
const byId = new Map(vendors.map((vendor) => [vendor.facts.id, vendor]));
const byApi = new Map(
  vendors.filter((vendor) => vendor.readCall).flatMap((vendor) => (vendor.facts.apis ?? []).map((api) => [api, vendor] as const)),
);

/** Says what one request is. Never throws; loses no parameter of a tag's request. */
export const decode = decoder.decode;

/** Cheap, and sure only when it says no: an address of no known host and no known shape. */
export const mayBeTag = decoder.mayBeTag;

export function factsOf(vendorId: string): VendorFacts | undefined {
  return byId.get(vendorId)?.facts;
}

/** What a call of a page API asks of which vendor; `null` when it is no vendor's. A `gtag` call found on the data layer is read as one. */
export function readCall(call: PageApiCall): VendorCall | null {
  if (call.api === 'dataLayer') {
    const [command] = call.args;
    return Array.isArray(command) ? (byApi.get('gtag')?.readCall?.({ api: 'gtag', args: command }) ?? null) : null;
  }
  return byApi.get(call.api)?.readCall?.(call) ?? null;
}
