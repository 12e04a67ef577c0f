import type { Category } from '../model';

/**
 * What an event is, by its name, for vendors whose users name events freely. Whole names first; of the rest only a lead is told, by a word, and
 * not when another word says that the form was merely seen, begun or lost. It is a guess: sites can name their lead events in the settings.
 * Ecommerce names: https://segment.com/docs/connections/spec/ecommerce/v2/ and https://segment.com/docs/connections/spec/b2b-saas/.
 */
export function categoryByWords(name: string): Category {
  const kept = known.get(name);
  if (kept !== undefined) return kept;
  const words = wordsOf(name);
  const category = whole.get(words) ?? (isLead(words) ? 'lead' : 'custom');
  if (known.size < 2000 && name.length < 200) known.set(name, category);
  return category;
}

/** Sites use few names, again and again. */
const known = new Map<string, Category>();

const names: Readonly<Partial<Record<Category, string>>> = {
  page_view: 'page, page view, pageview, page viewed, viewed page, page loaded, page visit',
  view_content: 'product viewed, viewed product, view product, view item, view content, product list viewed, view item list',
  search: 'search, searched, site search, products searched, view search results',
  add_to_cart: 'add to cart, added to cart, product added, product added to cart',
  add_to_wishlist: 'add to wishlist, added to wishlist, product added to wishlist',
  initiate_checkout: 'checkout started, started checkout, start checkout, begin checkout, initiate checkout, checkout initiated',
  purchase: 'purchase, purchased, order completed, order placed, placed order, complete purchase, purchase completed',
  contact: 'contact, contacted, contact us',
  complete_registration:
    'signed up, sign up, signup, user signed up, account created, created account, complete registration, registration completed, registered',
  submit_application: 'submit application, application submitted, application completed',
  schedule:
    'schedule, scheduled, meeting booked, meeting scheduled, appointment booked, appointment scheduled, demo scheduled, demo booked',
  subscribe: 'subscribe, subscribed, newsletter subscribed, newsletter signup, newsletter sign up, subscription started',
  start_trial: 'trial started, start trial, started trial',
  download: 'download, downloaded, file download, file downloaded',
};

const whole = new Map(
  Object.entries(names).flatMap(([category, list]) => list.split(', ').map((name) => [name, category as Category] as const)),
);

/** `generate_lead`, `LeadForm` and `lead-form` in words. */
function wordsOf(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const leadWords =
  /\b(?:leads?|inquiry|enquiry|inquire)\b|\bforms? (?:submit|submitted|submission|sent)\b|\bsubmit(?:ted)?(?: \w+)? form\b/;
const quote = /\b(?:quote|demo|callback)\b/;
const asked = /\b(?:request|requested|get|submit|submitted|sent|form)\b/;
const noLead =
  /\b(?:view|views|viewed|seen|shown|impression|load|loaded|open|opened|start|started|begin|began|step|click|clicked|focus|scroll|close|closed|cancel|cancelled|canceled|abandon|abandoned|abandonment|error|errors|fail|failed|failure|invalid|lost|disqualified|disqualify|unqualified|time|magnet)\b/;

function isLead(words: string): boolean {
  return (leadWords.test(words) || (quote.test(words) && asked.test(words))) && !noLead.test(words);
}
