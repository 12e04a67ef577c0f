import type { Decoded, DecodedEvent, UserDataField } from '../model';
import { createDictionary } from './dictionary';
import { consentLabels, consentReader } from './google-consent';
import { googleUserData } from './google-user-data';
import { complete, completeEvent, type Hit, queryOf, type Vendor } from './kit';
import { numberOf } from './numbers';
import { addMatrix, firstOf, type Sent, textOf, under } from './sent';
import { withField } from './user-data';

/**
 * Floodlight (Campaign Manager 360, Display & Video 360): parameters stand in the path, cut by semicolons. What an activity means is set in the
 * account: https://support.google.com/campaignmanager/answer/2823450 and https://support.google.com/campaignmanager/answer/2824087 (`src`,
 * `type`, `cat`, `ord`, `num`, `qty`, `cost`, `u1`…, `dc_rdid`, `tag_for_child_directed_treatment`, `tfua`).
 */
const vendor = 'floodlight';

const dictionary = createDictionary(
  {
    ...consentLabels,
    src: ['Advertiser', 'event'],
    type: ['Activity group', 'event'],
    cat: ['Activity', 'event'],
    ord: ['Order id or number against caching', 'event'],
    num: ['Number against caching', 'technical'],
    qty: ['Quantity', 'event'],
    cost: ['Value', 'event'],
    '~oref': ['Page address', 'page'],
    auiddc: ['Conversion linker id', 'user'],
    gclaw: ['Click id (_gcl_aw)', 'campaign'],
    em: ['User-provided data', 'user'],
    dc_pre: ['Continued after a redirect', 'technical'],
    dc_lat: ['Limited ad tracking', 'consent'],
    dc_rdid: ['Device id', 'user'],
    tag_for_child_directed_treatment: ['Child-directed treatment', 'consent'],
    tfua: ['Below the age of consent', 'consent'],
    gtm: ['Tag Manager container print', 'technical'],
    u: null,
  },
  ['u'],
);
const { at } = dictionary;
const googleConsent = consentReader(at);
type FloodlightSent = Sent<'u'>;

export const floodlight: Vendor = {
  facts: {
    id: vendor,
    name: 'Floodlight',
    mark: 'Fl',
    consent: {
      required: true,
      gvlId: 755,
      consentPurposes: [1, 3, 4],
      flexiblePurposes: [2, 7, 9, 10],
      consentModeTypes: ['ad_storage', 'ad_user_data', 'ad_personalization'],
      source:
        'IAB vendor list entry 755, Google Advertising Products; developers.google.com/tag-platform/security/concepts/consent-mode',
    },
    oncePerPage: [],
    traits: ['matches-by-hash'],
    wire: {
      reads: 'activities with their variables and consent',
      source: 'https://github.com/MisterPhilip/omnibug/blob/HEAD/src/providers/GoogleDoubleClick.js',
      verified: '2026-11-23',
    },
  },
  hosts: ['ad.doubleclick.net', 'fls.doubleclick.net'],
  decode(hit) {
    const found = /^\/(?:ddm\/)?(activityi?)[;/](.*)$/.exec(hit.address.path);
    return found ? activity(hit, found[2] ?? '', found[1] === 'activityi') : null;
  },
};

function activity(hit: Hit, matrix: string, isFrame: boolean): Decoded | null {
  const sent = queryOf(hit, dictionary);
  addMatrix(sent, matrix);
  const src = textOf(sent, at.src);
  const type = textOf(sent, at.type);
  const cat = textOf(sent, at.cat);
  if (src === undefined || type === undefined || cat === undefined) return null;
  const pageUrl = textOf(sent, at['~oref']);
  // Google's own script sends a frame beside the activity; a frame tag written into the page by hand, which names no page, is all there is.
  const isCopy = textOf(sent, at.dc_pre) !== undefined || (isFrame && pageUrl !== undefined);
  return complete(
    { kind: isCopy ? 'mirror' : 'event', vendor, events: [eventOf(sent, `${type}/${cat}`)], parameters: sent.parameters },
    {
      accountId: `DC-${src}`,
      encoding: 'matrix',
      pageUrl,
      consent: googleConsent(sent),
      userData: userDataOf(sent),
      role: textOf(sent, at.dc_pre) !== undefined ? 'redirect' : isFrame ? 'frame' : 'main',
      foldKey: `${src}|${type}|${cat}|${textOf(sent, at.ord) ?? ''}|${textOf(sent, at.num) ?? ''}`,
    },
  );
}

/** A sales tag says quantity and revenue; its `ord` is the order, that of a counter a number against caching. */
function eventOf(sent: FloodlightSent, name: string): DecodedEvent {
  const cost = numberOf(textOf(sent, at.cost));
  const isSale = cost !== undefined || textOf(sent, at.qty) !== undefined;
  const params = customOf(sent);
  const qty = textOf(sent, at.qty);
  return completeEvent(
    { name, category: isSale ? 'purchase' : 'conversion' },
    {
      value: cost,
      orderId: isSale ? textOf(sent, at.ord) : undefined,
      params: qty === undefined ? params : { ...params, qty },
    },
  );
}

/** `u1`, `u2`, …: the advertiser's own variables. */
function customOf(sent: FloodlightSent): Record<string, string> | undefined {
  let found: Record<string, string> | undefined;
  for (const [number, value] of Object.entries(under(sent, 'u') ?? {})) {
    if (!/^\d+$/.test(number)) continue;
    found ??= {};
    found[`u${number}`] = value;
  }
  return found;
}

/** User-provided data, and e-mail addresses that went into the advertiser's variables. */
function userDataOf(sent: FloodlightSent): UserDataField[] {
  let fields = googleUserData(firstOf(sent, at.em));
  for (const [key, value] of Object.entries(customOf(sent) ?? {}))
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) fields = withField(fields, { key, form: 'clear' });
  return fields;
}
