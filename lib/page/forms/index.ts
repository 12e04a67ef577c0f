import type { FormFact, PageReport } from '../../model';
import { controlsOf, formRef } from './form-ref';
import { beginWatching, correctedFields, formShown, isVisible, type Watched } from './form-shown';
import { carried, type FormValues, formValues } from './form-values';
import { plain } from './plain';
import { watchSuccess } from './success-signs';

export interface FormsOptions {
  report(report: PageReport): void;
  /** Epoch milliseconds. */
  now(): number;
  /** The page changed: told at most a few times per second. */
  changed(): void;
}

export interface Forms {
  /** JSON text of a request of the page, as the hook tells it. */
  sent(json: string): void;
  /** A script called `form.submit()`. */
  submitted(form: HTMLFormElement): void;
}

/** How long the page is looked at after a form was sent. */
const watchMs = 30_000;
const lookEveryMs = 150;
/** A click or Enter sets off what comes within this time. */
const gestureMs = 5_000;
const sameMs = 10_000;

interface Known {
  instance: number;
  present: boolean;
  started: boolean;
  gestureAt?: number;
  /** The gesture was Enter in a field. */
  entered?: boolean;
  last?: { values: FormValues; at: number };
}

/** Reports facts about forms: what was there, what a person did, what was sent, and what the page showed after. Never a value. */
export function watchForms({ report, now, changed }: FormsOptions): Forms {
  const forms = new Map<HTMLFormElement, Known>();
  const after = new Map<HTMLFormElement, Watched & { until: number; said: string; success?: string }>();
  let instances = 0;
  let looking: ReturnType<typeof setTimeout> | undefined;

  function known(form: HTMLFormElement): Known {
    let found = forms.get(form);
    if (!found) {
      found = { instance: instances, present: false, started: false };
      instances += 1;
      forms.set(form, found);
    }
    return found;
  }

  function tell(form: HTMLFormElement, fact: FormFact, at = now()): void {
    report({ kind: 'form', at, form: formRef(form, known(form).instance), fact });
  }

  function look(): void {
    looking = undefined;
    changed();
    for (const form of plain(document, 'forms')) {
      const state = known(form);
      const present = controlsOf(form).length > 0 && isVisible(form);
      if (present && !state.present) tell(form, { event: 'present' });
      state.present = present;
    }
    for (const [form, state] of forms) if (!plain(form, 'isConnected') && !after.has(form)) state.present = false;
    for (const form of after.keys()) lookAfter(form);
    if (after.size > 0) lookSoon();
  }

  function lookSoon(): void {
    if (looking === undefined) looking = setTimeout(look, lookEveryMs);
  }

  function lookAfter(form: HTMLFormElement): void {
    const watched = after.get(form);
    if (!watched) return;
    const shown = formShown(watched, watched.success);
    const said = JSON.stringify(shown);
    if (said !== watched.said) tell(form, { event: 'after', shown });
    watched.said = said;
    if (now() > watched.until) after.delete(form);
  }

  /** Remembers what is sent and begins to look at what the page shows. Tells whether the same was sent a moment ago. */
  function sending(form: HTMLFormElement, values: FormValues): boolean {
    const state = known(form);
    const same = state.last !== undefined && now() - state.last.at < sameMs && state.last.values.whole === values.whole;
    state.last = { values, at: now() };
    const watched = after.get(form);
    if (watched) Object.assign(watched, { until: now() + watchMs, corrected: correctedFields(form) });
    else after.set(form, { ...beginWatching(form, values), until: now() + watchMs, said: '' });
    lookSoon();
    return same;
  }

  const gestureOf = ({ gestureAt }: Known) => (gestureAt !== undefined && now() - gestureAt < gestureMs ? { gestureAt } : {});

  function submit(form: HTMLFormElement, programmatic: boolean): void {
    const state = known(form);
    const sameValues = sending(form, formValues(form));
    tell(form, { event: 'submit', programmatic, ...gestureOf(state), ...(sameValues ? { sameValues } : {}) });
  }

  function gesture(form: HTMLFormElement | null, kind: 'click' | 'enter', tells: boolean): void {
    if (!form) return;
    const state = known(form);
    state.gestureAt = now();
    state.entered = kind === 'enter';
    if (tells) tell(form, { event: 'gesture', gesture: kind });
  }

  addEventListener(
    'click',
    (event) => {
      const button =
        event.isTrusted && event.target instanceof Element ? event.target.closest('button,input,[role=button],a') : null;
      if (!button) return;
      const submits =
        (button instanceof HTMLButtonElement && button.type === 'submit') ||
        (button instanceof HTMLInputElement && /^(?:submit|image)$/.test(button.type));
      const form = (button as HTMLButtonElement).form ?? button.closest('form');
      // Enter in a field makes the browser click the form's button, by no pointer (https://html.spec.whatwg.org/#implicit-submission).
      if (form && event.detail === 0 && known(form).entered && gestureOf(known(form)).gestureAt !== undefined) return;
      gesture(form, 'click', submits);
    },
    true,
  );
  addEventListener(
    'keydown',
    (event) => {
      const { target } = event;
      if (event.isTrusted && event.key === 'Enter' && target instanceof HTMLInputElement)
        gesture(target.form, 'enter', !/^(?:checkbox|radio|file|button)$/.test(target.type));
    },
    true,
  );
  addEventListener(
    'input',
    (event) => {
      const form = event.isTrusted && event.target instanceof Element ? event.target.closest('form') : null;
      if (!form || known(form).started) return;
      known(form).started = true;
      tell(form, { event: 'start' });
    },
    true,
  );
  addEventListener(
    'submit',
    (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement)) return;
      submit(form, !event.isTrusted);
      // The page's own listeners come after this one; when all have run, it is known whether the browser will send the form.
      setTimeout(() => {
        if (event.defaultPrevented) tell(form, { event: 'prevented' });
      });
    },
    true,
  );
  let refused: { form: HTMLFormElement; fields: string[] } | undefined;
  addEventListener(
    'invalid',
    (event) => {
      const control = event.target as HTMLInputElement;
      const { form } = control;
      // Scripts ask for validity all the time; only a person's attempt counts.
      if (!form || gestureOf(known(form)).gestureAt === undefined) return;
      if (refused?.form === form) return void refused.fields.push(control.name || control.id);
      const now = { form, fields: [control.name || control.id] };
      refused = now;
      setTimeout(() => {
        refused = undefined;
        tell(form, { event: 'invalid', fields: now.fields.slice(0, 30) });
      });
    },
    true,
  );
  watchSuccess((name) => {
    for (const watched of after.values()) watched.success = name;
    look();
  });

  new MutationObserver((records) => {
    for (const { attributeName, target } of records)
      if (attributeName === 'aria-invalid') for (const { corrected } of after.values()) corrected.delete(target as Element);
    lookSoon();
  }).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'hidden', 'open', 'aria-invalid'],
  });
  document.addEventListener('DOMContentLoaded', look);
  addEventListener('load', lookSoon);
  lookSoon();

  return {
    submitted: (form) => submit(form, true),
    sent(json) {
      const { at, api, url, method, text } = JSON.parse(json) as {
        at: number;
        api: string;
        url: string;
        method: string;
        text: string;
      };
      if (!/^(?:POST|PUT|PATCH)$/.test(method)) return;
      const candidates = [...forms].flatMap(([form, state]) => {
        if (!plain(form, 'isConnected') && !state.last) return [];
        const values = plain(form, 'isConnected') ? formValues(form) : (state.last?.values ?? formValues(form));
        const found = carried(text, values);
        const before = state.last && now() - state.last.at < watchMs ? carried(text, state.last.values) : found;
        const names = Math.max(found.names, before.names);
        const typed = Math.max(found.values, before.values);
        const asked = gestureOf(state).gestureAt !== undefined;
        const toAction = formRef(form, state.instance).action === url && asked;
        return typed === 0 && names < 2 && !toAction ? [] : [{ form, state, values, found, before, names, typed, asked }];
      });
      const someTyped = candidates.some(({ typed }) => typed > 0);
      for (const { form, state, values, found, before, names, typed, asked } of candidates) {
        // Equal forms have equal names: where one's values are carried, another that nobody used is not meant.
        if (someTyped && typed === 0 && !asked) continue;
        const sameValues = sending(form, found.values >= before.values ? values : (state.last?.values ?? values));
        tell(
          form,
          {
            event: 'request',
            url,
            method,
            names,
            values: typed,
            api,
            ...gestureOf(state),
            ...(sameValues ? { sameValues } : {}),
          },
          at,
        );
      }
    },
  };
}
