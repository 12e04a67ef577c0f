/** One request as `decode` takes it: a line of the command line's NDJSON, or a request signal turned into one. */
export interface DecodeRequest {
  id?: string;
  method: string;
  url: string;
  headers?: Record<string, string>;
  contentType?: string;
  /** Body as text. */
  body?: string;
  /** Body as bytes, base64. */
  bodyBase64?: string;
  /** Body already parsed into fields, as `webRequest` gives it for forms. */
  bodyFields?: [name: string, value: string][];
  /** Set when there was a body that nobody could read, with the reason. */
  bodyUnread?: string;
  resourceType?: string;
  /** Address of the page that sent it; decides `firstParty`. */
  initiatorPage?: string;
  /** Epoch milliseconds. */
  at?: number;
}

/**
 * What a request is. `event`: a tag's event · `mirror`: copy of an event that is counted elsewhere · `identify` ·
 * `consent` · `library` · `config` · `sync` (id sync) · `telemetry` · `opaque`: a tag's envelope that cannot be opened,
 * with the reason · `none`: not a tag.
 */
export type DecodedKind =
  | 'event'
  | 'mirror'
  | 'identify'
  | 'consent'
  | 'library'
  | 'config'
  | 'sync'
  | 'telemetry'
  | 'opaque'
  | 'none';

/** Canonical meaning of an event, one word for all vendors. */
export type Category =
  | 'page_view'
  | 'view_content'
  | 'search'
  | 'add_to_cart'
  | 'add_to_wishlist'
  | 'initiate_checkout'
  | 'purchase'
  | 'lead'
  | 'contact'
  | 'complete_registration'
  | 'submit_application'
  | 'schedule'
  | 'subscribe'
  | 'start_trial'
  | 'download'
  /** An automatic guess at a form being sent; never a lead. */
  | 'form_submit'
  /** A conversion whose kind is not on the wire. */
  | 'conversion'
  | 'remarketing'
  | 'identify'
  | 'engagement'
  | 'session_replay'
  /** Sent by the vendor's library of its own accord. */
  | 'auto'
  | 'custom';

export interface DecodedEvent {
  /** As the vendor says it. */
  name: string;
  category: Category;
  /** The vendor's deduplication id, when one was sent. */
  eventId?: string;
  /** True when the wire carries a hash of the id the site passed. */
  eventIdHashed?: boolean;
  value?: number;
  /** True when the total is not on the wire and was added up from items. */
  valueComputed?: boolean;
  currency?: string;
  orderId?: string;
  conversionId?: string;
  label?: string;
  goal?: string;
  items?: Record<string, string | number>[];
  flags?: string[];
  /** The site's own parameters of this event: vendor's names without the wire prefix, values as sent. */
  params?: Record<string, string>;
}

/** One parameter as it was on the wire. None is ever left out. */
export interface Parameter {
  key: string;
  value: string;
  /** Readable name, where the vendor's documentation gives the key a meaning. */
  label?: string;
  /** Heading it belongs under: `event`, `page`, `user`, `consent`, `technical`, `items`, `campaign`. */
  group?: string;
  source: 'query' | 'body' | 'path';
  /** Which event of a batch it belongs to; absent when shared by all. */
  event?: number;
}

/** A user-data field that was sent, and in which form. The value itself stays in `parameters`. */
export interface UserDataField {
  /** Last segment of the vendor's name, such as `em`. */
  key: string;
  /** `sha256`, `sha1`, `md5`, `base64url-sha256` or `clear`. */
  form: string;
  /** The masked original, where the vendor sends one beside the hash. */
  masked?: string;
  count?: number;
}

export type ConsentState = 'granted' | 'denied' | 'unset';
export type ConsentType = 'ad_storage' | 'analytics_storage' | 'ad_user_data' | 'ad_personalization';

/** Consent as the hit itself states it. */
export interface CarriedConsent {
  signals?: Partial<Record<ConsentType, ConsentState>>;
  granted?: boolean;
  /** Limited data use asked for. */
  ldu?: boolean;
  country?: string;
  state?: string;
  categories?: Record<string, boolean>;
  /** TC string. */
  tcf?: string;
  /** Google's Additional Consent string. */
  ac?: string;
  gpp?: string;
  usPrivacy?: string;
  cmp?: string;
  /** The raw parameters the above was read from. */
  raw?: Record<string, string>;
}

/** What one request says. The answer of `decode`. */
export interface Decoded {
  id?: string;
  kind: DecodedKind;
  /** Vendor id; `null` for `none`. */
  vendor: string | null;
  accountId?: string;
  /** All accounts, when the request names several. */
  accountIds?: string[];
  product?: string;
  encoding?: string;
  events: DecodedEvent[];
  parameters: Parameter[];
  pageUrl?: string;
  /** "" when it was sent empty. */
  referrer?: string;
  consent?: CarriedConsent;
  userData?: UserDataField[];
  /** Sent to a host of the site's own domain. */
  firstParty?: boolean;
  /** Who integrated the tag, in the hit's own word. */
  integration?: string;
  /** Sent by an image tag without a script. */
  noscript?: boolean;
  /** Sent by the library of its own accord. */
  automatic?: boolean;
  /** Goes to a product that no longer processes hits. */
  legacy?: boolean;
  /** Why an `opaque` envelope could not be opened, or part of a body could not be read: one sentence. */
  reason?: string;
  /**
   * Which of the vendor's parallel requests this is (`main` unless told). Requests of different roles and one
   * `foldKey` are one fire; two of the same role are always two.
   */
  role?: string;
  /** What the parallel requests of one event have in common. */
  foldKey?: string;
  /** One sentence when the input was no request. */
  error?: string;
}
