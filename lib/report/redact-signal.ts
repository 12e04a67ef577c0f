import type { Caller, FormFact, FormRef, Json, Place, RequestBody, Signal } from '../model';
import type { Redactor } from './redactor';

/** One signal without personal data, client and click ids and free text; what it proves stays provable. */
export function redactSignal<T extends Signal>(signal: T, redactor: Redactor): T;
export function redactSignal(signal: Signal, redactor: Redactor): Signal {
  const place = redactPlace(signal.place, redactor);
  switch (signal.kind) {
    case 'request':
      return {
        ...signal,
        place,
        url: redactor.url(signal.url),
        ...optional('body', signal.body, (body) => redactBody(body, redactor)),
      };
    case 'response':
      return { ...signal, place, ...optional('redirectUrl', signal.redirectUrl, redactor.url) };
    case 'call':
      return {
        ...signal,
        place,
        args: signal.args.map((arg, index) => callArgument(arg, index, redactor)),
        ...optional('caller', signal.caller, (caller) => redactCaller(caller, redactor)),
      };
    case 'consent':
      return { ...signal, place, data: consentData('', signal.data, redactor) };
    case 'form':
      return { ...signal, place, form: redactForm(signal.form, redactor), fact: redactFact(signal.fact, redactor) };
    case 'storage':
      return { ...signal, place, ...optional('writer', signal.writer, (writer) => redactCaller(writer, redactor)) };
    case 'page':
      return {
        ...signal,
        place,
        url: redactor.url(signal.url),
        ...optional('title', signal.title, redactor.freeText),
        ...optional('heading', signal.heading, redactor.freeText),
        ...optional('referrer', signal.referrer, redactor.url),
      };
    case 'gap':
      return { ...signal, place };
  }
}

export function redactCaller(caller: Caller, redactor: Redactor): Caller {
  return {
    ...caller,
    url: caller.url === null ? null : redactor.url(caller.url),
    ...optional('stack', caller.stack, (stack) => stack.map(redactor.url)),
  };
}

/** `{ [name]: change(value) }`, or nothing when there is no value. */
export function optional<N extends string, T>(name: N, value: T | undefined, change: (value: T) => T): { [key in N]?: T } {
  return value === undefined ? {} : ({ [name]: change(value) } as { [key in N]?: T });
}

function redactPlace(place: Place, redactor: Redactor): Place {
  return place.url === null ? place : { ...place, url: redactor.url(place.url) };
}

function redactBody(body: RequestBody, redactor: Redactor): RequestBody {
  if (body.form === 'text') return { form: 'text', text: redactor.body(body.text) };
  if (body.form === 'fields')
    return { form: 'fields', fields: body.fields.map(([name, value]) => [name, redactor.value(name, value)]) };
  if (body.form === 'bytes') return { form: 'unread', why: 'bytes, left out when this was shared' };
  return body;
}

/** The first two arguments are the command's own words (`track`, `Lead`); a queued command stands in one array. */
function callArgument(arg: Json, index: number, redactor: Redactor): Json {
  if (Array.isArray(arg))
    return arg.map((inner, at) => (Array.isArray(inner) ? redactor.json('', inner) : callArgument(inner, at, redactor)));
  if (typeof arg === 'string' && index < 2 && /^[A-Za-z][\w.:-]{0,39}$/.test(arg)) return arg;
  return redactor.json('', arg);
}

/** What consent tools answer are states and lists of states; only what names a person is replaced. */
function consentData(key: string, data: Json, redactor: Redactor, depth = 0): Json {
  if (typeof data === 'string' && /^[\w :.,~/-]{0,40}$/.test(data) && !/id$|uuid|key|token/i.test(key))
    return redactor.prose(data);
  if (typeof data !== 'object' || data === null || depth > 20) return redactor.json(key, data);
  if (Array.isArray(data)) return data.map((item) => consentData(key, item, redactor, depth + 1));
  return Object.fromEntries(Object.entries(data).map(([name, item]) => [name, consentData(name, item, redactor, depth + 1)]));
}

function redactForm(form: FormRef, redactor: Redactor): FormRef {
  return {
    ...form,
    ...optional('action', form.action, redactor.url),
    ...optional('label', form.label, redactor.freeText),
  };
}

function redactFact(fact: FormFact, redactor: Redactor): FormFact {
  if (fact.event === 'request') return { ...fact, url: redactor.url(fact.url) };
  if (fact.event !== 'after') return fact;
  return {
    ...fact,
    shown: {
      ...fact.shown,
      ...optional('errorText', fact.shown.errorText, redactor.freeText),
      ...optional('newText', fact.shown.newText, redactor.freeText),
    },
  };
}
