import type { FireConsent } from './fire';
import type { Caller } from './signal';

/** A cookie or storage key of a vendor that came into being on the site, with the consent of that instant. Derived. */
export interface TagStorage {
  /** Id of the signal that told of it. */
  id: string;
  /** When it was noticed, epoch ms; `consent` holds since the last look before, too. */
  at: number;
  pageId: string | null;
  vendor: string;
  vendorName: string;
  store: 'cookie' | 'localStorage' | 'sessionStorage';
  name: string;
  writer?: Caller;
  /** Verdict for this vendor; `unknown` also where the page changed its word between the two looks. */
  consent: Pick<FireConsent, 'verdict' | 'basis'>;
}
