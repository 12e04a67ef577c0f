import type { CarriedConsent, Place, VendorFacts } from '../model';

/** One fire, as far as its consent depends on it. */
export interface ConsentQuery {
  /** Epoch ms. */
  at: number;
  place: Place;
  vendor: VendorFacts;
  product?: string;
  carried?: CarriedConsent;
  /** Category of the event, where known: an audience or a conversion needs other purposes than a page view. */
  category?: string;
}
