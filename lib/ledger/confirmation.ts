import type { Page, Settings } from '../model';
import { fitsGlob } from '../model/url-glob';
import { wordInAddress, wordInText } from './find-confirmation-word';

/**
 * What makes a view a confirmation page: the settings say so; else an accepted submission led here; else a word in the address; else one
 * in title or first heading. Words are weak evidence, so they never speak for a page with a form of its own.
 */
export function confirmationOf(page: Page, ledHere: boolean, settings: Settings): Page['confirmation'] {
  const bySettings = settings.sites.some((site) => fitsGlob(page.url, site.match) && fitsGlob(page.url, site.confirmation ?? []));
  if (bySettings) return { basis: 'settings', words: 'the settings name this address as a confirmation page' };
  if (ledHere) return { basis: 'submission', words: 'an accepted form led here' };
  if (page.forms.some((form) => !form.siteWide)) return undefined;
  const inAddress = wordInAddress(page.url);
  if (inAddress !== null) return { basis: 'address', words: `its address says “${inAddress}”` };
  const inTitle = wordInText(page.title) ?? wordInText(page.heading);
  return inTitle === null ? undefined : { basis: 'title', words: `its title or first heading says “${inTitle}”` };
}
