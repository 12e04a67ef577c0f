import type { FormField, FormRef } from '../../model';
import { plain } from './plain';

const fillableTypes =
  /^(?:text|email|tel|url|search|number|password|date|time|datetime-local|month|week|textarea|select-one|select-multiple|checkbox|radio|file|color|range)$/;

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Fields a person can fill in. */
export function controlsOf(form: HTMLFormElement): Control[] {
  return [...plain(form, 'elements')].filter((element): element is Control =>
    fillableTypes.test((element as HTMLInputElement).type ?? ''),
  );
}

/** A form as its own markup shows it. Values are never part of it. */
export function formRef(form: HTMLFormElement, instance: number): FormRef {
  const controls = controlsOf(form);
  const fields = controls.slice(0, 60).map(fieldOf);
  const action = attribute(form, 'action');
  const target = attribute(form, 'target');
  const label = labelOf(form);
  const region = regionOf(form);
  const purpose = purposeOf(form, controls);
  const url = urlOf(action ?? location.href);
  return {
    key: [attribute(form, 'id') ?? attribute(form, 'name') ?? '', url?.pathname ?? '', fields.map((field) => field.name).join()]
      .join(' ')
      .slice(0, 200),
    instance,
    ...(url ? { action: url.href } : {}),
    method: (attribute(form, 'method') ?? 'get').toLowerCase(),
    ...(target ? { target } : {}),
    fields,
    ...(label ? { label } : {}),
    ...(region ? { region } : {}),
    ...(purpose ? { purpose } : {}),
  };
}

function attribute(element: Element, name: string): string | null {
  return plain(element, 'getAttribute').call(element, name);
}

function urlOf(text: string): URL | null {
  return URL.canParse(text, document.baseURI) ? new URL(text, document.baseURI) : null;
}

const contactTokens = /(?:^|\s)(?:name|given-name|family-name|email|tel|street-address|address-line1|postal-code)(?:$|\s)/;
const contactNames =
  /e-?mail|phone|telef|mobil|tel$|(?:^|[_-])(?:tel|name|vorname|nachname|nombre|apellidos?|nom|prenom)(?:$|[_-])|first.?name|last.?name|full.?name/i;

function fieldOf(control: Control): FormField {
  const name = control.name || control.id;
  const { type } = control;
  const contact = type === 'email' || type === 'tel' || contactTokens.test(control.autocomplete ?? '') || contactNames.test(name);
  return { name, type, ...(control.required ? { required: true } : {}), ...(contact ? { contact: true } : {}) };
}

const regions: readonly [selector: string, region: NonNullable<FormRef['region']>][] = [
  ['dialog,[role=dialog],[aria-modal=true]', 'dialog'],
  ['header,[role=banner]', 'header'],
  ['footer,[role=contentinfo]', 'footer'],
  ['nav,[role=navigation]', 'nav'],
  ['aside,[role=complementary]', 'aside'],
  ['main,[role=main],article', 'main'],
];

/** The innermost region; a header or footer of an article or a card is none of the page's. */
function regionOf(form: Element): FormRef['region'] {
  for (let at = plain(form, 'parentElement'); at; at = at.parentElement) {
    for (const [selector, region] of regions) {
      if (at.matches(selector) && !(/header|footer/.test(region) && at.parentElement?.closest('article,section,form')))
        return region;
    }
  }
  return undefined;
}

const newsletterWords = /newsletter|mailing|subscrib|abonn|suscr|iscri(?:v|zione)|rundbrief/i;

function purposeOf(form: Element, controls: readonly Control[]): FormRef['purpose'] {
  const texts = controls.filter((control) => !/checkbox|radio|select|range|color/.test(control.type));
  const only = texts.length === 1 ? texts[0] : undefined;
  if (
    plain(form, 'closest').call(form, '[role=search],search') ||
    only?.type === 'search' ||
    /^(?:q|s|query|search|suche)$/i.test(only?.name ?? '')
  )
    return 'search';
  if (controls.some((control) => control.type === 'password' && control.autocomplete !== 'new-password') && texts.length <= 2)
    return 'login';
  const said = `${attribute(form, 'id')} ${attribute(form, 'class')} ${attribute(form, 'name')} ${attribute(form, 'action')} ${labelOf(form)}`;
  return texts.length <= 2 &&
    texts.some((control) => control.type === 'email' || contactNames.test(control.name)) &&
    newsletterWords.test(said)
    ? 'newsletter'
    : undefined;
}

/** Legend or heading inside, a name given for screen readers, or the heading just before it. */
function labelOf(form: Element): string {
  const inside = plain(form, 'querySelector').call(form, 'legend,h1,h2,h3,h4')?.textContent;
  const named = attribute(form, 'aria-label') ?? document.getElementById(attribute(form, 'aria-labelledby') ?? '')?.textContent;
  const near = plain(form, 'closest')
    .call(form, 'section,article,dialog,aside,footer')
    ?.querySelector('h1,h2,h3,h4')?.textContent;
  return (inside ?? named ?? near ?? '').replace(/\s+/g, ' ').trim().slice(0, 80);
}
