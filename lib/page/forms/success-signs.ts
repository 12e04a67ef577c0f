/**
 * How form libraries say that a form was accepted: an event of the document, a message of an embedded form, or a message of theirs that
 * is shown. Contact Form 7 (contactform7.com/dom-events), HubSpot (developers.hubspot.com/docs/cms/reference/forms/legacy-forms), Typeform
 * (typeform.com/developers/embed), Calendly (help.calendly.com/hc/en-us/articles/223147027), Tally (tally.so/help/developer-resources), Jotform,
 * Gravity Forms, Elementor, WPForms, Fluent Forms and Webflow by the class of their confirmation.
 */
const documentEvents = ['wpcf7mailsent'];

const confirmations: readonly [selector: string, name: string][] = [
  ['.w-form-done', 'Webflow: w-form-done'],
  ['.gform_confirmation_message', 'Gravity Forms: gform_confirmation_message'],
  ['.elementor-message-success', 'Elementor: message-success'],
  ['.wpforms-confirmation-container,.wpforms-confirmation-container-full', 'WPForms: confirmation'],
  ['.ff-message-success', 'Fluent Forms: message-success'],
  ['.submitted-message', 'HubSpot: submitted-message'],
];

/** Calls `succeeded` with a name whenever a library says so. */
export function watchSuccess(succeeded: (name: string) => void): void {
  for (const name of documentEvents) document.addEventListener(name, () => succeeded(name), true);
  addEventListener('message', (event) => {
    const name = nameOf(event.data);
    if (name) succeeded(name);
  });
}

/** A confirmation of a known library that can be seen at a place. */
export function shownSuccess(place: Element): string | undefined {
  return confirmations.find(([selector]) =>
    [...place.querySelectorAll(selector)].some((element) => element.getClientRects().length > 0),
  )?.[1];
}

/** A message is the page's or a frame's claim: only its name is read. */
function nameOf(data: unknown): string | undefined {
  if (typeof data === 'string') {
    if (data.length > 5000) return undefined;
    if (data.includes('Tally.FormSubmitted')) return 'Tally.FormSubmitted';
    return /"(?:action|type)":"submission-completed"|^submission-completed/.test(data)
      ? 'Jotform: submission-completed'
      : undefined;
  }
  if (typeof data !== 'object' || data === null) return undefined;
  const { type, eventName, event, action } = data as Record<string, unknown>;
  if (type === 'hsFormCallback' && eventName === 'onFormSubmitted') return 'HubSpot: onFormSubmitted';
  if (type === 'form-submit') return 'Typeform: form-submit';
  if (event === 'calendly.event_scheduled') return 'calendly.event_scheduled';
  return action === 'submission-completed' ? 'Jotform: submission-completed' : undefined;
}
