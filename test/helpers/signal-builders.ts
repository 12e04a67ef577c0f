import type {
  Caller,
  CallSignal,
  ConsentSignal,
  FormFact,
  FormRef,
  FormShown,
  FormSignal,
  GapSignal,
  Json,
  PageSignal,
  Place,
  RequestBody,
  RequestSignal,
  ResourceType,
  ResponseSignal,
  Signal,
} from '../../lib/model';

/** Options every step takes. */
interface Step {
  /** When it happened; without it, one millisecond after the step before. */
  at?: number;
}

/** A document the visit is in, or was in. */
export interface Doc {
  place: Place;
  sensor: string;
}

/**
 * One tab, told step by step. Each step adds the signal a browser would have given, one millisecond after the step before;
 * `wait` lets time pass. `signals` is the log, ready for an analyser:
 *
 * ```ts
 * const visit = createVisit();
 * visit.open('https://www.lichtdach.example/angebot/');
 * visit.form('present');
 * visit.wait(20_000).post(aForm(), { to: 'https://www.lichtdach.example/danke/' });
 * visit.pixel('https://www.facebook.com/tr/?id=1&ev=Lead');
 * ```
 *
 * `prefix` keeps the ids of two visits apart; `watch: false` leaves the page sensor out, as in a HAR.
 */
export function createVisit(options: { tabId?: number | null; at?: number; prefix?: string; watch?: boolean } = {}): Visit {
  return new Visit(options);
}

export class Visit {
  readonly signals: Signal[] = [];
  now: number;
  doc: Doc;
  private readonly tabId: number | null;
  private readonly prefix: string;
  private readonly watch: boolean;
  private readonly numbers = new Map<string, number>();
  private documents = 0;
  private requests = 0;

  constructor({ tabId = 1, at = 1_000_000, prefix = `t${tabId}`, watch = true }: NonNullable<Parameters<typeof createVisit>[0]>) {
    this.tabId = tabId;
    this.now = at;
    this.prefix = prefix;
    this.watch = watch;
    this.doc = { place: this.newPlace('about:blank'), sensor: `${prefix}-s0` };
  }

  wait(ms: number): this {
    this.now += ms;
    return this;
  }

  /** A new document in this tab: the browser's commit, then the sensor's word on title and heading. */
  open(url: string, { title, heading, ...part }: Step & Partial<PageSignal> & { title?: string; heading?: string } = {}): Doc {
    this.leave();
    this.doc = { place: this.newPlace(url), sensor: `${this.prefix}-s${this.documents}` };
    this.page('commit', { url, transition: 'link', ...part });
    if (this.watch) this.described(title ?? '', heading);
    return this.doc;
  }

  /** The same address again, by the reload button. */
  reload(part: Step & { title?: string; heading?: string } = {}): Doc {
    return this.open(this.doc.place.url ?? '', { transition: 'reload', ...part });
  }

  /** Back to a document that lay in the back/forward cache. */
  restore(doc: Doc, part: Step = {}): Doc {
    this.leave();
    this.doc = doc;
    this.page('commit', { url: doc.place.url ?? '', transition: 'link', qualifiers: ['forward_back'], ...part });
    return doc;
  }

  /** The address changes within the document: the sensor says how, and the browser that. */
  route(url: string, how: NonNullable<PageSignal['route']> = 'push', part: Step = {}): PageSignal {
    this.doc = { ...this.doc, place: { ...this.doc.place, url } };
    const signal = this.watch ? this.page('route', { url, route: how, ...part }, true) : undefined;
    const browsers = how === 'traverse' || how === 'fragment' ? { route: how } : {};
    const told = this.page('route', { url, ...browsers, at: this.now });
    return signal ?? told;
  }

  described(title: string, heading?: string, part: Step = {}): PageSignal {
    return this.page('described', { title, ...(heading === undefined ? {} : { heading }), ...part }, true);
  }

  /** A person clicks on something that is no form's: a telephone number, a chat. */
  click(part: Step = {}): PageSignal {
    return this.page('click', part, true);
  }

  /** The sensor's last word, by which what it lost before is noticed. */
  ended(part: Step = {}): PageSignal {
    return this.page('ended', part, true);
  }

  /** One fact about a form. */
  form(
    fact: FormFact | 'present' | 'start' | 'prevented',
    form: FormRef = aForm(),
    { at, doc = this.doc }: Step & { doc?: Doc } = {},
  ) {
    const signal: FormSignal = {
      kind: 'form',
      ...this.fromSensor(doc, at),
      form,
      fact: typeof fact === 'string' ? { event: fact } : fact,
    };
    return this.add(signal);
  }

  /** A click on the button, then the browser's own submit. Returns the instant of the click. */
  submit(form: FormRef = aForm(), part: Step = {}): number {
    const gestureAt = this.form({ event: 'gesture', gesture: 'click' }, form, part).at;
    this.form({ event: 'submit', programmatic: false, gestureAt }, form);
    return gestureAt;
  }

  /** What the page showed after a submission; without a word, the form as it was, filled. */
  after(shown: Partial<FormShown> = {}, form: FormRef = aForm(), part: Step = {}) {
    const whole = { present: true, visible: true, filled: 3, fillable: 3, invalidFields: 0, ...shown };
    return this.form({ event: 'after', shown: whole }, form, part);
  }

  /**
   * A plain post and what it led to: click, submit, POST of the document, its answer, and the new document. With `redirect` (the
   * default when `to` is another address) the server answers 303 and the browser fetches `to`.
   */
  post(
    form: FormRef,
    { to, status = 200, title, heading }: { to: string; status?: number; title?: string; heading?: string },
  ): Doc {
    this.submit(form);
    const action = form.action ?? '';
    const sent = this.request(action, { method: 'POST', type: 'main_frame', body: namesOf(form), documentless: true });
    this.wait(200);
    if (to === action) this.respond(sent, { status });
    else {
      this.respond(sent, { phase: 'redirect', status: 303, redirectUrl: to });
      const next = this.request(to, { type: 'main_frame', documentless: true, requestId: sent.requestId, hop: 1 });
      this.wait(50);
      this.respond(next, { status });
    }
    return this.open(to, { transition: 'form_submit', ...(title ? { title } : {}), ...(heading ? { heading } : {}) });
  }

  /** A script stops the browser's submit and sends the form by `fetch`. Returns the request, still unanswered. */
  send(form: FormRef = aForm(), { url = form.action ?? '', ...part }: Step & { url?: string } = {}): RequestSignal {
    const gestureAt = this.submit(form, part);
    this.form('prevented', form);
    this.form({ event: 'request', url, method: 'POST', names: 3, values: 3, gestureAt, api: 'fetch' }, form);
    return this.request(url, { method: 'POST', type: 'xmlhttprequest', body: namesOf(form) });
  }

  request(
    url: string,
    part: Step & Partial<Omit<RequestSignal, 'kind' | 'url' | 'at'>> & { documentless?: boolean; doc?: Doc } = {},
  ): RequestSignal {
    const { at, documentless = false, doc = this.doc, ...rest } = part;
    const requestId = rest.requestId ?? `${this.prefix}:${++this.requests}`;
    const place = documentless ? { ...doc.place, documentId: null, url: null } : doc.place;
    const signal: RequestSignal = {
      kind: 'request',
      id: `${requestId}:${rest.hop ?? 0}`,
      at: this.tick(at),
      place,
      requestId,
      hop: 0,
      method: 'GET',
      url,
      type: 'image' as ResourceType,
      ...rest,
    };
    return this.add(signal);
  }

  /** The status of a request's answer, unless told otherwise: 200, 20 milliseconds later. */
  respond(request: RequestSignal, { at = this.now + 20, ...part }: Step & Partial<Omit<ResponseSignal, 'kind' | 'at'>> = {}) {
    const phase = part.phase ?? (part.error === undefined ? 'headers' : 'error');
    const signal: ResponseSignal = {
      kind: 'response',
      id: `${request.requestId}:${request.hop}:${phase}`,
      at: this.tick(at),
      place: request.place,
      requestId: request.requestId,
      hop: request.hop,
      phase,
      ...(phase === 'error' ? {} : { status: 200 }),
      ...part,
    };
    return this.add(signal);
  }

  /** A tag's request, answered with 200. */
  pixel(url: string, part: Parameters<Visit['request']>[1] = {}): RequestSignal {
    const sent = this.request(url, part);
    this.respond(sent, { at: sent.at + 20, phase: 'completed' });
    this.now = Math.max(sent.at, this.now - 20);
    return sent;
  }

  call(api: string, args: Json[], { at, method, caller }: Step & { method?: string; caller?: Caller } = {}): CallSignal {
    const signal: CallSignal = {
      kind: 'call',
      ...this.fromSensor(this.doc, at),
      api,
      args,
      ...(method === undefined ? {} : { method }),
      ...(caller === undefined ? {} : { caller }),
    };
    return this.add(signal);
  }

  consent(framework: ConsentSignal['framework'], event: string, data: Json, { at }: Step = {}): ConsentSignal {
    return this.add({ kind: 'consent', ...this.fromSensor(this.doc, at), framework, event, data });
  }

  /** We were not watching between `fromAt` and now. */
  gap(fromAt: number, why = 'the recorder was restarted'): GapSignal {
    return this.add({
      kind: 'gap',
      id: `${this.prefix}:gap:${this.signals.length}`,
      at: this.tick(),
      place: nowhere,
      fromAt,
      why,
    });
  }

  /** A signal of any shape, for what the steps above do not cover. */
  add<T extends Signal>(signal: T): T {
    this.signals.push(signal);
    return signal;
  }

  /** A frame in the current document; pass it as `doc`. */
  frame(url: string, frameId = 7): Doc {
    const parentDocumentId = this.doc.place.documentId ?? undefined;
    const place: Place = { ...this.newPlace(url), frameId, ...(parentDocumentId === undefined ? {} : { parentDocumentId }) };
    const doc = { place, sensor: `${this.prefix}-s${this.documents}` };
    this.add({
      kind: 'page',
      id: `${this.prefix}:nav:${place.documentId}:commit`,
      at: this.tick(),
      place,
      event: 'commit',
      url,
      transition: 'auto_subframe',
    });
    return doc;
  }

  private leave(): void {
    if (this.watch && this.documents > 1) this.ended();
  }

  private page(event: PageSignal['event'], { at, ...part }: Step & Partial<PageSignal>, sensed = false): PageSignal {
    const url = this.doc.place.url ?? '';
    const base = sensed
      ? this.fromSensor(this.doc, at)
      : { id: `${this.prefix}:nav:${this.doc.place.documentId}:${event}:${this.now}`, at: this.tick(at), place: this.doc.place };
    return this.add({ kind: 'page', event, url, ...part, ...base });
  }

  private fromSensor(doc: Doc, at?: number) {
    const n = this.numbers.get(doc.sensor) ?? 0;
    this.numbers.set(doc.sensor, n + 1);
    return { id: `${doc.sensor}:${n}`, at: this.tick(at), place: doc.place, sequence: { sensor: doc.sensor, n } };
  }

  private tick(at?: number): number {
    this.now = at ?? this.now + 1;
    return this.now;
  }

  private newPlace(url: string): Place {
    this.documents += 1;
    return { tabId: this.tabId, frameId: 0, documentId: `${this.prefix}-d${this.documents}`, url };
  }
}

const nowhere: Place = { tabId: null, frameId: null, documentId: null, url: null };

/** A form that asks for an offer, with a name, an e-mail address and a text. */
export function aForm(part: Partial<FormRef> = {}): FormRef {
  return {
    key: 'angebot',
    instance: 0,
    action: 'https://www.lichtdach.example/angebot/',
    method: 'post',
    fields: [
      { name: 'name', type: 'text', required: true, contact: true },
      { name: 'email', type: 'email', required: true, contact: true },
      { name: 'nachricht', type: 'textarea' },
    ],
    label: 'Angebot anfordern',
    ...part,
  };
}

/** The newsletter form in the footer of every page. */
export function aNewsletter(part: Partial<FormRef> = {}): FormRef {
  return aForm({
    key: 'newsletter',
    instance: 1,
    action: 'https://www.lichtdach.example/newsletter',
    fields: [{ name: 'email', type: 'email', contact: true }],
    label: 'Newsletter',
    region: 'footer',
    purpose: 'newsletter',
    ...part,
  });
}

function namesOf(form: FormRef): RequestBody {
  return { form: 'names', names: form.fields.map((field) => field.name) };
}
