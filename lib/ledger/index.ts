export { createLedger, type Derived } from './create-ledger';
export type { LedgerDeps } from './deps';
export type { DraftFire } from './fires';
export { toDecodeRequest } from './to-decode-request';
