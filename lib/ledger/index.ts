export { createLedger, type Derived, type Ledger } from './create-ledger';
export type { LedgerDeps } from './deps';
export type { DraftFire } from './fires';
