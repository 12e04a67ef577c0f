import type { Fire, Settings } from '../model';
import { fitsGlob } from '../model/url-glob';

/** How a fire counts as a lead; undefined when it does not. What a library sends of its own accord never does. */
export function leadLikeOf(fire: Omit<Fire, 'consent'>, url: string | undefined, settings: Settings): Fire['leadLike'] {
  if (fire.automatic === true || fire.category === 'auto' || fire.category === 'form_submit') return undefined;
  if (fire.category === 'lead') return 'typed';
  if (bySettings(fire, url, settings)) return 'settings';
  return fire.category === 'conversion' ? 'conversion' : undefined;
}

/** Where the page is not known, any site's entry may be meant. */
function bySettings(fire: Omit<Fire, 'consent'>, url: string | undefined, { sites }: Settings): boolean {
  return sites.some(
    ({ match, leads = [] }) =>
      leads.length > 0 &&
      (url === undefined || fitsGlob(url, match)) &&
      leads.some(
        (lead) =>
          lead.vendor === fire.vendor &&
          (lead.account === undefined || lead.account === fire.account) &&
          (lead.event === undefined || lead.event === fire.event) &&
          (lead.label === undefined || lead.label === fire.label) &&
          (lead.conversionId === undefined || lead.conversionId === fire.conversionId),
      ),
  );
}

/** What makes two fires the same event: vendor, account, event, and what else makes it one conversion for that vendor. */
export function identityOf(fire: Omit<Fire, 'consent'>): string {
  return JSON.stringify([fire.vendor, fire.account, fire.event, fire.label, fire.conversionId, fire.goal]);
}
