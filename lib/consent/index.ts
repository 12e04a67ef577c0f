export type { ConsentQuery } from './consent-query';
export { type Consent, createConsent } from './create-consent';
export { readTcString, type TcReading } from './read-tc-string';
