import type { Json } from './json';

/**
 * Something that was *seen*. Signals are immutable and serialisable; everything else in a session is
 * derived from them, so a better decoder makes yesterday's capture better.
 *
 * Order of arrival carries no meaning: joins are made by key (`id`, `requestId`, `documentId`) and by `at`.
 */
export type Signal =
  | RequestSignal
  | ResponseSignal
  | CallSignal
  | ConsentSignal
  | FormSignal
  | StorageSignal
  | PageSignal
  | GapSignal;

export type SignalKind = Signal['kind'];

interface SignalBase {
  /** Key of the signal. Writing the same id twice is the same as writing it once. */
  id: string;
  /** When it was seen, epoch milliseconds (fractions allowed). */
  at: number;
  /** Where in the browser it happened. */
  place: Place;
}

/** Where in the browser something happened. Every field is the host's own word, `null` when it gave none. */
export interface Place {
  /** Browser tab. `null` for workers that serve no single tab, and in a HAR. */
  tabId: number | null;
  /** 0 is the top frame. */
  frameId: number | null;
  /** The browser's id of the document; survives back/forward cache. A HAR uses its `pageref`. */
  documentId: string | null;
  /** Document that embeds this one; absent for a top document and where the host does not say. */
  parentDocumentId?: string;
  /** Address of the document, as far as the host knows it. */
  url: string | null;
  /** Chromium's document lifecycle; `cached` marks requests sent while a page was going away. */
  lifecycle?: 'active' | 'cached' | 'prerender' | 'pending_deletion';
}

/** Kind of resource, in the browser's `webRequest` vocabulary (`beacon` is Firefox's word for Chromium's `ping`). */
export type ResourceType =
  | 'main_frame'
  | 'sub_frame'
  | 'script'
  | 'image'
  | 'xmlhttprequest'
  | 'ping'
  | 'beacon'
  | 'stylesheet'
  | 'font'
  | 'media'
  | 'object'
  | 'websocket'
  | 'csp_report'
  | 'other';

/** A network request that left, or tried to leave. One signal per redirect hop. */
export interface RequestSignal extends SignalBase {
  kind: 'request';
  /** The host's id of the request, unique within one capture session; all hops share it. */
  requestId: string;
  /** 0 for the first request, 1 for the one its redirect led to, and so on. */
  hop: number;
  method: string;
  url: string;
  type: ResourceType;
  /** Origin that asked for it, when the browser says so. */
  initiator?: string;
  /** Content type of the body, where the host tells (a HAR does, `webRequest` does not). */
  contentType?: string;
  /** Absent when the request had no body. */
  body?: RequestBody;
}

/** What is known of a request's body. */
export type RequestBody =
  /** The text that was sent. */
  | { form: 'text'; text: string }
  /** Bytes that are not UTF-8 text. */
  | { form: 'bytes'; base64: string }
  /** Already parsed by the browser; order across equal names and the charset are lost. */
  | { form: 'fields'; fields: [name: string, value: string][] }
  /** Not a tag's request: only the names of its fields are kept, never a value. */
  | { form: 'names'; names: string[] }
  /** There was a body and nobody could read it; `why` is a sentence part such as "a Blob". */
  | { form: 'unread'; why: string };

/** What became of a request hop. `requestId` and `hop` name the request; several phases may arrive for one. */
export interface ResponseSignal extends SignalBase {
  kind: 'response';
  requestId: string;
  hop: number;
  /** `headers`: the status is known (the answer's instant) · `redirect` · `completed`: body ended · `error`: the network's word. */
  phase: 'headers' | 'redirect' | 'completed' | 'error';
  /** HTTP status; absent for `error`. */
  status?: number;
  /** Where a `redirect` leads. */
  redirectUrl?: string;
  /** The browser's error name, such as `net::ERR_BLOCKED_BY_CLIENT`. */
  error?: string;
}

/** Position of one signal in the unbroken row of reports one page sensor sends; a hole in the row is lost evidence. */
export interface SensorSequence {
  /** Names the sensor: one per document and bridge. */
  sensor: string;
  /** 0, 1, 2, … without holes. */
  n: number;
}

/** A call of a page API: a tag's function, a data-layer push, or a send whose body only the page can read. */
export interface CallSignal extends SignalBase {
  kind: 'call';
  sequence?: SensorSequence;
  /** The API in the field's own name: `dataLayer`, `fbq`, `ttq`, `lintrk`, `uetq`, … or `sendBeacon`, `fetch`, `xhr`; `devtools` when the developer tools told of a send. */
  api: string;
  /** Name of the global it was found under, when that is not `api` (a renamed data layer). */
  global?: string;
  /** Method called on it, such as `push` or `track`; absent when the API itself is a function. */
  method?: string;
  /** Bounded copy of the arguments. A `gtag` call arrives as `dataLayer` with the command's arguments in one array. */
  args: Json[];
  /** True when the copy was cut: too deep, too long, or behind a getter that is never run. */
  cut?: boolean;
  /** True when the call happened before the sensor was attached and was found in a queue; `at` is when it was found. */
  queued?: boolean;
  /** Who called. Absent when it was not taken (rate limit) or cannot be known (queued). */
  caller?: Caller;
}

/** The script that made a call. */
export interface Caller {
  /** Script address; `null` for an inline script of the page itself. */
  url: string | null;
  line?: number;
  column?: number;
  functionName?: string;
  /** Tag Manager container the call came through (`GTM-…`), when its script is on the stack. */
  container?: string;
  /** Addresses on the stack from the caller outwards, without repeats, at most eight. */
  stack?: string[];
  /** True when not seen on a stack but concluded from which script element had just run. */
  inferred?: boolean;
}

/** A consent API spoke. Consent Mode commands are `call`s on the data layer and are not repeated here. */
export interface ConsentSignal extends SignalBase {
  kind: 'consent';
  sequence?: SensorSequence;
  framework: 'tcf' | 'gpp' | 'us-privacy' | 'cmp' | 'gpc' | 'google-state';
  /** The API's own event name: `tcloaded`, `cmpuishown`, `useractioncomplete`, `ping`, … */
  event: string;
  /**
   * Bounded copy of what the API answered. `tcf`: {@link TcfAnswer} · `cmp`: {@link CmpAnswer} or {@link CmpStored} · `gpp`: its `PingReturn` (or an event with
   * `pingData`) · `us-privacy`: the string, or `{ uspString }` · `google-state`: `google_tag_data.ics` with its `entries` · `gpc`: a boolean.
   */
  data: Json;
}

/** What a consent tool outside the frameworks says, read from its own documented state. */
export interface CmpAnswer {
  /** The tool's name, as its users know it. */
  name: string;
  /** False while the visitor has not chosen; the signal's event is `chosen` when the choice was made just now. */
  answered: boolean;
  /** The tool's own categories and whether they are allowed; absent until `answered`. */
  categories?: Record<string, boolean>;
}

/** What consent tools have stored in a page: per key the words that stand beside a yes or no, and the id of the dialog that is drawn. */
export interface CmpStored {
  stored: Record<string, Record<string, string>>;
  dialog?: string;
}

/** The fields of TCF's `TCData` that are kept. Source: IAB "CMP API v2". */
export interface TcfAnswer {
  tcString?: string;
  gdprApplies?: boolean;
  eventStatus?: string;
  cmpStatus?: string;
  displayStatus?: string;
  cmpId?: number;
  tcfPolicyVersion?: number;
  /** Google's Additional Consent string. */
  addtlConsent?: string;
  enableAdvertiserConsentMode?: boolean;
  /** Purpose ids with consent, from the API's own answer; used only when the string cannot be read. */
  purposeConsents?: number[];
  /** Vendor ids with consent, from the API's own answer; used only when the string cannot be read. */
  vendorConsents?: number[];
}

/** What the page sensor saw of a form. Values of fields are never part of it. */
export interface FormSignal extends SignalBase {
  kind: 'form';
  sequence?: SensorSequence;
  /** Which form: stable within a document, the same again on the next view of the page. */
  form: FormRef;
  fact: FormFact;
}

/** A form as the page shows it. */
export interface FormRef {
  /** Stable name made of id, name, action path and field names; equal forms on two pages have equal keys. */
  key: string;
  /** Number of this instance within its document, so that two equal forms are told apart. */
  instance: number;
  /** Where a plain post would go (absolute); absent for a group of inputs without `<form>`. */
  action?: string;
  method?: string;
  /** Name of the frame or window a post is aimed at, such as `_blank`. */
  target?: string;
  fields: FormField[];
  /** Words of the heading or legend nearest to the form, at most 80 characters. */
  label?: string;
  /** Where it stands, as the page's own markup says. */
  region?: 'header' | 'footer' | 'dialog' | 'aside' | 'nav' | 'main';
  /** What the markup says it is for. */
  purpose?: 'search' | 'login' | 'newsletter';
}

export interface FormField {
  name: string;
  type: string;
  required?: boolean;
  /** True when name, type or autocomplete say that it holds a person's contact data. */
  contact?: boolean;
}

/** One fact about a form. Sensors report facts; what they mean is decided by the ledger. */
export type FormFact =
  /** The form is on the page and can be seen. Reported once per instance and again after it came back. */
  | { event: 'present' }
  /** A first field was entered by a person. */
  | { event: 'start' }
  /** A trusted click or Enter asked the form to be sent: the submission starts here. */
  | { event: 'gesture'; gesture: 'click' | 'enter' }
  /** A `submit` event (or `form.submit()`, `programmatic`). `gestureAt`: the click or Enter that set it off, if any. */
  | { event: 'submit'; programmatic: boolean; gestureAt?: number; sameValues?: boolean }
  /** A script stopped the browser's own submit; it will send by other means, or not at all. */
  | { event: 'prevented' }
  /** Constraint validation stopped it. */
  | { event: 'invalid'; fields: string[] }
  /** A page script sent a request that carries this form's names or values (compared in the page, never stored). */
  | {
      event: 'request';
      url: string;
      method: string;
      names: number;
      values: number;
      gestureAt?: number;
      api: string;
      sameValues?: boolean;
    }
  /** What the page showed after a submission, each time it changed, for at most 30 seconds. */
  | { event: 'after'; shown: FormShown };

/** What can be seen where a form is, or was. */
export interface FormShown {
  /** Still in the document. */
  present: boolean;
  /** Still visible: has size, not hidden. */
  visible: boolean;
  /** Text fields that hold something now, and how many there are. */
  filled: number;
  fillable: number;
  /** Fields marked `aria-invalid`, or `:user-invalid`. */
  invalidFields: number;
  /** An element with an error's role or class appeared with text. Bounded, field values blanked. */
  errorText?: string;
  /** Text that appeared at the form's place or in a status region. Bounded, field values blanked. */
  newText?: string;
  /** A known form library announced success; its event's name. */
  successEvent?: string;
}

/** A tag's cookie or storage key came into being: its name, who wrote it where that was seen, when it was noticed. Never the value. */
export interface StorageSignal extends SignalBase {
  kind: 'storage';
  sequence?: SensorSequence;
  store: 'cookie' | 'localStorage' | 'sessionStorage';
  name: string;
  /** The last look at which it was not there yet; absent when the write itself was seen. */
  sinceAt?: number;
  writer?: Caller;
}

/** Something about a document, of the top frame or of a frame. */
export interface PageSignal extends SignalBase {
  kind: 'page';
  sequence?: SensorSequence;
  /** `commit`: a new document · `restore`: back from the back/forward cache · `activate`: a prerendered page is now shown ·
   *  `route`: the address changed within the document · `described`: title and first heading · `ended`: left or closed ·
   *  `click`: a person clicked, or pressed a key on, something that is no form's. */
  event: 'commit' | 'restore' | 'activate' | 'route' | 'described' | 'ended' | 'click';
  url: string;
  /** The browser's transition word (`link`, `typed`, `reload`, `form_submit`, …), with `commit`. */
  transition?: string;
  /** The browser's qualifiers (`forward_back`, `server_redirect`, …). */
  qualifiers?: string[];
  /** `route` only: how the address changed; `replace` with equal path and query is no new page. */
  route?: 'push' | 'replace' | 'traverse' | 'fragment';
  title?: string;
  heading?: string;
  /** Document that was the referrer, as the page says. */
  referrer?: string;
  /** The tab was opened by another page (link with target, `window.open`). */
  opened?: boolean;
  /** Globals that exist but cannot be watched here (frozen, lexical): blind spots, named. */
  blind?: string[];
}

/** We were not watching. `at` is the end of the gap. */
export interface GapSignal extends SignalBase {
  kind: 'gap';
  /** First instant that may have been missed; 0 when unknown. */
  fromAt: number;
  /** A short clause for a person: "the recorder was restarted". */
  why: string;
}

/** The part of a signal a page sensor writes; the worker adds `id` and `place`. */
export type PageReport = DistributiveOmit<
  CallSignal | ConsentSignal | FormSignal | StorageSignal | PageSignal,
  'id' | 'place' | 'sequence'
>;

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
