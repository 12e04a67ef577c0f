import { GVL, TCModel, TCString } from '@iabtechlabtcf/core';
import vendorList from './vendor-list.json';

/** What a visitor can decide in the dialog. */
export type Choice = 'accepted' | 'refused';

/** Id of the dialog towards the IAB runtime. Invented: no registered CMP has it. */
export const cmpId = 4000;
export const cmpVersion = 3;

/** Meta in Google's list of Additional Consent providers; it is in no IAB vendor list. */
const metaProvider = 89;

export const cookieNames = { tcString: 'euconsent-v2', additional: 'addtl_consent', plain: 'cookie_choice' } as const;

/** TC string of a visitor who took or refused everything, with the segment of disclosed vendors (TCF 2.3). */
export function tcStringFor(choice: Choice): string {
  const model = new TCModel(new GVL(vendorList as unknown as ConstructorParameters<typeof GVL>[0]));
  model.cmpId = cmpId;
  model.cmpVersion = cmpVersion;
  model.consentLanguage = 'EN';
  model.publisherCountryCode = 'GB';
  model.isServiceSpecific = true;
  model.setAllVendorsDisclosed();
  if (choice === 'accepted') {
    model.setAllPurposeConsents();
    model.setAllVendorConsents();
    model.setAllPurposeLegitimateInterests();
    model.setAllVendorLegitimateInterests();
  }
  return TCString.encode(model);
}

/** Additional Consent string, version 2: consented providers, then those only disclosed. */
export function additionalConsentFor(choice: Choice | null): string {
  return choice === 'accepted' ? `2~${metaProvider}~dv.` : `2~~dv.${metaProvider}`;
}

/** Cookies by which the dialog knows a visitor again. */
export function cookiesFor(choice: Choice): { name: string; value: string }[] {
  return [
    { name: cookieNames.tcString, value: tcStringFor(choice) },
    { name: cookieNames.additional, value: additionalConsentFor(choice) },
    { name: cookieNames.plain, value: choice },
  ];
}
