import { GVL, PurposeRestriction, RestrictionType, TCModel, TCString } from '@iabtechlabtcf/core';
import type { CallSignal, ConsentSignal, Json, PageSignal, Place, RequestSignal, VendorFacts } from '../../lib/model';

/** A top document. */
export const place: Place = { tabId: 1, frameId: 0, documentId: 'D1', url: 'https://a.example/' };
/** A frame inside it. */
export const frame: Place = { tabId: 1, frameId: 4, documentId: 'D2', parentDocumentId: 'D1', url: 'https://f.example/' };

let count = 0;
const nextId = (letter: string) => `${letter}${count++}`;

export function commit(at: number, where: Place = place): PageSignal {
  return { kind: 'page', id: nextId('p'), at, place: where, event: 'commit', url: where.url ?? '' };
}

export function tcf(event: string, at: number, data: Record<string, Json> = {}, where: Place = place): ConsentSignal {
  return { kind: 'consent', id: nextId('c'), at, place: where, framework: 'tcf', event, data: { eventStatus: event, ...data } };
}

export function spoken(framework: ConsentSignal['framework'], at: number, data: Json, where: Place = place): ConsentSignal {
  return { kind: 'consent', id: nextId('c'), at, place: where, framework, event: 'read', data };
}

/** A `gtag` command as the data layer shows it. */
export function gtag(at: number, command: Json[], where: Place = place): CallSignal {
  return { kind: 'call', id: nextId('g'), at, place: where, api: 'dataLayer', method: 'push', args: [command] };
}

export function call(
  at: number,
  { api, method, args }: { api: string; method?: string; args: Json[] },
  where: Place = place,
): CallSignal {
  return { kind: 'call', id: nextId('g'), at, place: where, api, args, ...(method === undefined ? {} : { method }) };
}

export function request(at: number, where: Place = place): RequestSignal {
  const id = nextId('r');
  return {
    kind: 'request',
    id,
    at,
    place: where,
    requestId: id,
    hop: 0,
    method: 'GET',
    url: 'https://a.example/',
    type: 'image',
  };
}

function facts(id: string, name: string, consent: Partial<VendorFacts['consent']>): VendorFacts {
  return { id, name, mark: 'xx', oncePerPage: [], consent: { required: true, source: 'invented for tests', ...consent } };
}

export const linkedIn = facts('linkedin', 'LinkedIn', {
  gvlId: 804,
  consentPurposes: [1, 3, 4],
  flexiblePurposes: [2, 7, 9, 10],
});
export const criteo = facts('criteo', 'Criteo', { gvlId: 91, consentPurposes: [1, 2, 3, 4, 7, 9, 10], flexiblePurposes: [10] });
export const microsoft = facts('microsoft_uet', 'Microsoft Advertising', {
  gvlId: 1126,
  consentPurposes: [1, 2, 3, 4, 7, 9, 10],
  flexiblePurposes: [2, 7, 10],
  consentModeTypes: ['ad_storage'],
});
export const googleAds = facts('google_ads', 'Google Ads', {
  gvlId: 755,
  consentPurposes: [1, 3, 4],
  flexiblePurposes: [2, 7, 9, 10],
  consentModeTypes: ['ad_storage', 'ad_user_data', 'ad_personalization'],
});
export const ga4 = facts('ga4', 'Google Analytics 4', { consentModeTypes: ['analytics_storage'] });
export const meta: VendorFacts = { ...facts('meta', 'Meta', { atpId: 89 }), traits: ['matches-by-hash'], apis: ['fbq'] };
export const quora = facts('quora', 'Quora', {});
export const container = facts('gtm', 'Google Tag Manager', { required: false });

const purposeIds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const isInterest = (purpose: number) => purpose === 2 || purpose >= 7;
const vendorIds = [42, 91, 264, 755, 804, 1126];

/** A vendor list of a few invented vendors that declare every purpose flexibly, so that the encoder keeps what a test asks for. */
function vendorList(policyVersion = 5): GVL {
  const vendor = (id: number) => ({
    id,
    name: `Vendor ${id}`,
    // 1126 may be switched from consent to legitimate interest, the others the other way round.
    purposes: id === 1126 ? purposeIds : purposeIds.filter((purpose) => !isInterest(purpose)),
    legIntPurposes: id === 1126 ? [] : purposeIds.filter(isInterest),
    flexiblePurposes: purposeIds.filter(isInterest),
    specialPurposes: [],
    features: [],
    specialFeatures: [],
    urls: [],
    usesCookies: true,
    cookieRefresh: false,
    usesNonCookieAccess: false,
    cookieMaxAgeSeconds: 1,
  });
  const named = (id: number) => ({ id, name: `Purpose ${id}`, description: '', illustrations: [] });
  return new GVL({
    gvlSpecificationVersion: 3,
    vendorListVersion: 143,
    tcfPolicyVersion: policyVersion,
    lastUpdated: '2026-01-22T16:00:00Z',
    purposes: Object.fromEntries(purposeIds.map((id) => [id, named(id)])),
    specialPurposes: {},
    features: {},
    specialFeatures: {},
    stacks: {},
    dataCategories: {},
    vendors: Object.fromEntries(vendorIds.map((id) => [id, vendor(id)])),
  } as unknown as ConstructorParameters<typeof GVL>[0]);
}

export interface TcChoice {
  purposes: number[] | 'all';
  vendors: number[];
  interests?: number[];
  vendorInterests?: number[];
  /** Purpose, type (0, 1, 2), vendor. */
  restrictions?: [purpose: number, type: 0 | 1 | 2, vendor: number][];
  disclosed?: number[];
  /** Country in which purpose 1 was not put to the visitor. */
  purposeOneUnaskedIn?: string;
  policyVersion?: number;
  /** Day it was made, epoch ms; today unless told. */
  createdAt?: number;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A TC string as the IAB's own encoder writes it. */
export function tcString(choice: TcChoice): string {
  const model = new TCModel(vendorList(choice.policyVersion));
  model.cmpId = 10;
  model.cmpVersion = 1;
  model.isServiceSpecific = true;
  model.consentScreen = 1;
  model.consentLanguage = 'EN';
  model.publisherCountryCode = choice.purposeOneUnaskedIn ?? 'DE';
  model.purposeOneTreatment = choice.purposeOneUnaskedIn !== undefined;
  model.purposeConsents.set(choice.purposes === 'all' ? purposeIds : choice.purposes);
  model.vendorConsents.set(choice.vendors);
  model.purposeLegitimateInterests.set(choice.interests ?? []);
  model.vendorLegitimateInterests.set(choice.vendorInterests ?? []);
  model.vendorsDisclosed.set(choice.disclosed ?? vendorIds);
  const types = [RestrictionType.NOT_ALLOWED, RestrictionType.REQUIRE_CONSENT, RestrictionType.REQUIRE_LI] as const;
  for (const [purpose, type, vendor] of choice.restrictions ?? []) {
    model.publisherRestrictions.add(vendor, new PurposeRestriction(purpose, types[type]));
  }
  const encoded = TCString.encode(model);
  if (choice.createdAt === undefined) return encoded;
  // The encoder stamps today; the two dates are the 12 letters after the version.
  const [core = '', ...rest] = encoded.split('.');
  const day = (choice.createdAt / 100).toString(2).padStart(36, '0').match(/.{6}/g) ?? [];
  const letters = day.map((six) => alphabet[Number.parseInt(six, 2)]).join('');
  return [`${core.charAt(0)}${letters}${letters}${core.slice(13)}`, ...rest].join('.');
}
