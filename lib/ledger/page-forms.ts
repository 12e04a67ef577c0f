import type { FormRef, FormSignal, PageForm } from '../model';
import { addressOf } from './address';
import type { Clicks } from './clicks';
import { addTo, byText, firstFrom } from './order';
import type { Laid } from './page-of';
import type { View } from './views';

/** Forms seen on views, and on which addresses each form was seen. */
export interface SeenForms {
  /** By view id: the forms that stood on it. */
  onView: Map<string, FormRef[]>;
  /** By form key: the addresses it was seen on, without query and fragment. */
  addresses: Map<string, Set<string>>;
}

/** A form may be drawn just before its route's address is set. */
const drawnBeforeMs = 100;

/**
 * Which forms stood on which view. A form counts for the views during which something was seen of it; one drawn just before a route change
 * belongs to the route. The answer page of a form (its own `action`) is not a second page of it.
 */
export function formsSeen(
  signals: readonly FormSignal[],
  views: readonly View[],
  layTo: (signal: FormSignal) => Laid,
  clicks: Clicks,
): SeenForms {
  const next = new Map(views.map((view, n) => [view.id, views[n + 1]]));
  const onView = new Map<string, Map<string, FormRef>>();
  const addresses = new Map<string, Set<string>>();
  for (const signal of signals) {
    // What is told after a submission may be about a form that has gone.
    if (signal.fact.event === 'after' && !signal.fact.shown.present) continue;
    const laid = layTo(signal).view;
    if (!laid) continue;
    const after = next.get(laid.id);
    const view = after && isDrawnFor(after, signal, { laid, signals, clicks }) ? after : laid;
    const forms = onView.get(view.id) ?? new Map<string, FormRef>();
    onView.set(view.id, forms);
    forms.set(signal.form.key, forms.get(signal.form.key) ?? signal.form);
    const address = addressOf(view.url);
    const { key, action } = signal.form;
    const set = addresses.get(key) ?? new Set();
    addresses.set(key, set);
    if (set.size === 0 || action === undefined || addressOf(action) !== address || view.cause === 'route') set.add(address);
  }
  return { onView: new Map([...onView].map(([id, forms]) => [id, [...forms.values()]])), addresses };
}

/** A form that came sooner after its own view's beginning, that was used there, or that stood there when somebody clicked, is that view's. */
function isDrawnFor(
  route: View,
  { at, fact, form, place }: FormSignal,
  { laid, signals, clicks }: { laid: View; signals: readonly FormSignal[]; clicks: Clicks },
): boolean {
  const before = route.at - at;
  if (fact.event !== 'present' || route.cause !== 'route' || before > drawnBeforeMs || before >= at - laid.at) return false;
  const meanwhile = signals.slice(firstFrom(signals, at), firstFrom(signals, route.at));
  const used = meanwhile.some((one) => one.form.key === form.key && one.fact.event !== 'present');
  return !used && !clicks.within(place.documentId, at, route.at);
}

/** Forms that do not make a page "the form's page", by key. */
export function siteWideKeys(seen: Iterable<SeenForms>): Set<string> {
  const addresses = new Map<string, string[]>();
  for (const one of seen) {
    for (const [key, set] of one.addresses) for (const address of set) addTo(addresses, key, address);
  }
  return new Set([...addresses].filter(([, all]) => new Set(all).size > 1).map(([key]) => key));
}

/** A form as a page lists it. */
export function pageForm(form: FormRef, onMany: ReadonlySet<string>): PageForm {
  const { key, label, region, purpose } = form;
  const aside = region === 'header' || region === 'footer' || region === 'dialog' || region === 'nav';
  return { key, ...(label === undefined ? {} : { label }), siteWide: aside || purpose !== undefined || onMany.has(key) };
}

export function byKey(a: PageForm, b: PageForm): number {
  return byText(a.key, b.key);
}
