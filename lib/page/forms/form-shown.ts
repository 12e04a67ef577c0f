import type { FormShown } from '../../model';
import { controlsOf } from './form-ref';
import { blanked, type FormValues } from './form-values';
import { plain } from './plain';
import { shownSuccess } from './success-signs';

/** Elements whose text says that something is wrong, by role or by the names that form libraries use. */
const errorSelector =
  '[role=alert],[aria-live=assertive],[class*=error i],[class*=invalid i],[class*=fehler i],[class*=alert-danger],[class*=warning i],.wpcf7-not-valid-tip,.parsley-required,[id$=-error]';

const mostText = 300;

/** What can be seen where a form is, against what could be seen when it was sent. */
export interface Watched {
  form: HTMLFormElement;
  values: FormValues;
  /** Ancestors of the form, innermost first: one of them is still there when the form is not. */
  places: Element[];
  /** Texts that stood there before. */
  before: Set<string>;
  /** Fields whose mark of an error is older than what was typed into them since, until the page marks them again. */
  corrected: Set<Element>;
}

export function beginWatching(form: HTMLFormElement, values: FormValues): Watched {
  const places: Element[] = [];
  for (let at = plain(form, 'parentElement'); at && places.length < 6; at = at.parentElement) places.push(at);
  const watched = { form, values, places, before: new Set<string>(), corrected: correctedFields(form) };
  watched.before = new Set([...linesAt(watched), ...errorsAt(watched)]);
  return watched;
}

export function formShown(watched: Watched, successEvent: string | undefined): FormShown {
  const { form, values, before } = watched;
  const texts = controlsOf(form).filter((control) => !/checkbox|radio|select|range|color/.test(control.type));
  const present = plain(form, 'isConnected');
  const errorText = errorsAt(watched).find((text) => !before.has(text));
  const newText = linesAt(watched)
    .filter((line) => !before.has(line))
    .join(' ');
  const success = successEvent ?? shownSuccess(placeOf(watched));
  return {
    present,
    visible: present && isVisible(form),
    filled: texts.filter((control) => control.value.trim() !== '').length,
    fillable: texts.length,
    invalidFields: present ? invalidFields(watched) : 0,
    ...(errorText ? { errorText: blanked(errorText, values).slice(0, mostText) } : {}),
    ...(newText ? { newText: blanked(newText, values).slice(0, mostText) } : {}),
    ...(success ? { successEvent: success } : {}),
  };
}

/** To be asked at each send: before the page has checked what is sent now. */
export function correctedFields(form: HTMLFormElement): Set<Element> {
  return new Set<Element>(
    controlsOf(form).filter(
      (control) =>
        control.getAttribute('aria-invalid') === 'true' && control.value !== (control as HTMLInputElement).defaultValue,
    ),
  );
}

function invalidFields({ form, corrected }: Watched): number {
  const marked = [...plain(form, 'querySelectorAll').call(form, '[aria-invalid=true],:user-invalid:not(form):not(fieldset)')];
  return marked.filter((field) => !corrected.has(field) || field.matches(':user-invalid')).length;
}

/** The innermost place that is still in the document. */
function placeOf({ form, places }: Watched): Element {
  const own = plain(form, 'isConnected') ? plain(form, 'parentElement') : null;
  return own ?? places.find((place) => place.isConnected) ?? document.body;
}

/** Lines of text at the form's place and in the page's status regions. */
function linesAt(watched: Watched): string[] {
  const place = placeOf(watched) as HTMLElement;
  const regions = [...document.querySelectorAll<HTMLElement>('[role=status],[aria-live=polite],dialog[open]')].filter(
    (region) => !place.contains(region),
  );
  return [place, ...regions]
    .flatMap((element) => (element.innerText ?? '').slice(0, 20_000).split('\n'))
    .map(tidy)
    .filter((line) => line !== '');
}

function errorsAt(watched: Watched): string[] {
  const place = placeOf(watched);
  const scope = place === document.body ? watched.form : place;
  return [...(plain(scope, 'querySelectorAll').call(scope, errorSelector) as NodeListOf<HTMLElement>)]
    .slice(0, 50)
    .filter(
      (element) =>
        !/^(?:form|fieldset|input|select|textarea)$/i.test(element.tagName) && element.children.length < 12 && isVisible(element),
    )
    .map((element) => tidy(element.innerText ?? ''))
    .filter((text) => text !== '' && text.length < 500);
}

export function isVisible(element: Element): boolean {
  return (
    plain(element, 'checkVisibility')?.call(element, { visibilityProperty: true, opacityProperty: true }) ??
    plain(element, 'getClientRects').call(element).length > 0
  );
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
