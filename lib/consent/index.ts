export { type Consent, type ConsentQuery, createConsent } from './create-consent';
export { readTcString, type TcReading } from './read-tc-string';
