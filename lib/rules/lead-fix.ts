import type { Caller, Fire, Page } from '../model';
import type { RuleContext } from './kit';
import { callerWords, countedAs, hostOf, isUntyped, pathOf } from './words';

/** Steps that move a lead to where a form was accepted, with this site's own names, and how to prove it afterwards. */
export function leadFix(fire: Fire, page: Page | undefined, context: RuleContext): string {
  const lead = `${fire.vendorName}’s ${fire.event}`;
  const here = page ? pathOf(page.url) : 'the page';
  const there = acceptedAt(page, context);
  const steps = [
    openStep(lead, here, fire.caller),
    moveStep(fire.caller, here, there),
    proveStep(fire, here, there),
    ...(isUntyped(fire) ? [settingsStep(fire, page)] : []),
  ];
  return steps.map((step, n) => `${n + 1}. ${step}`).join('\n');
}

/** Where an accepted form is known: its own page, or an event the page pushes when it has been accepted in place. */
type Accepted = { path: string } | { event: string } | undefined;

function acceptedAt(page: Page | undefined, context: RuleContext): Accepted {
  const forms = new Set(page?.forms.filter((form) => !form.siteWide).map((form) => form.key));
  const accepted = context.submissions.filter((one) => one.outcome === 'accepted');
  const ofThisForm = accepted.filter((one) => forms.has(one.formId));
  for (const submission of ofThisForm.length > 0 ? ofThisForm : accepted) {
    const to = context.page(submission.toPageId);
    const path = to && pathOf(to.url);
    if (path !== undefined && path !== (page && pathOf(page.url))) return { path };
    const event = context.calls.find(
      (call) =>
        call.pageId === submission.fromPageId &&
        call.vendor === undefined &&
        isOwnEvent(call.event) &&
        follows(call.at, submission.answeredAt),
    )?.event;
    if (event !== undefined) return { event };
  }
  const confirmation = context.pages.find((one) => one.confirmation && one.id !== page?.id);
  return confirmation && pathOf(confirmation.url) !== (page && pathOf(page.url)) ? { path: pathOf(confirmation.url) } : undefined;
}

/** Tag Manager's own events (`gtm.js`, `gtm.dom`, …) come on every page. */
function isOwnEvent(event: string | undefined): boolean {
  return event !== undefined && !event.startsWith('gtm.');
}

function follows(at: number, answeredAt: number | undefined): boolean {
  return answeredAt !== undefined && at >= answeredAt && at <= answeredAt + 5000;
}

function openStep(lead: string, here: string, caller: Caller | undefined): string {
  if (caller?.container !== undefined) return `In Google Tag Manager, open the tag that sends ${lead} in ${caller.container}.`;
  const words = callerWords(caller);
  if (words !== undefined) return `Open ${words}: it sends ${lead}.`;
  return `Find what sends ${lead} on ${here}: a tag in Tag Manager, a plugin, or a script of the page.`;
}

function moveStep(caller: Caller | undefined, here: string, there: Accepted): string {
  const path = there && 'path' in there ? there.path : undefined;
  const event = there && 'event' in there ? there.event : undefined;
  if (caller?.container !== undefined) {
    if (path !== undefined)
      return `Remove the trigger that fires it on ${here}. Add this one: Page View, Page Path equals ${path}.`;
    if (event !== undefined)
      return `Remove the trigger that fires it on ${here}. Add this one: Custom Event, Event name equals ${event}.`;
    return `Remove the trigger that fires it on ${here}. Add a Custom Event trigger for the event that your form pushes once it was accepted.`;
  }
  if (path !== undefined) return `Let it run on ${path} only, the page that an accepted form leads to.`;
  if (event !== undefined) return `Let it run where ${event} is pushed, which happens once the form was accepted.`;
  return 'Let it run only once the server has accepted the form: on the page the form then leads to, or in the code that shows the thanks.';
}

function proveStep(fire: Fire, here: string, there: Accepted): string {
  const where = there && 'path' in there ? ` on ${there.path}` : '';
  return `Publish, open ${here}, and send the form once: ${fire.event} must leave once${where}, and not before.`;
}

function settingsStep(fire: Fire, page: Page | undefined): string {
  const { vendor, account, label, conversionId } = fire;
  const lead = { vendor, account: account ?? undefined, event: fire.event, label, conversionId };
  const site = { match: page ? [`${hostOf(page.url)}/*`] : ['*'], leads: [lead] };
  return `If ${countedAs(fire)} is a lead, say so, and it is judged as one. Add this to “sites” in the settings: ${JSON.stringify(site)}`;
}
