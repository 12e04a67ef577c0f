export { createConsent } from './create-consent';
