import type { Decoded, DecodeRequest, Json, Settings, VendorCall, VendorFacts } from '../model';

/** What the ledger is given: settings, and the vendors' knowledge as functions. */
export interface LedgerDeps {
  settings: Settings;
  decode(request: DecodeRequest): Decoded;
  /** Cheap: false where a request is surely no tag's. */
  mayBeTag?(url: string): boolean;
  /** Why a request that no vendor knows looks like a tag’s, as part of a sentence. */
  suspicionOf?(request: DecodeRequest): string | undefined;
  factsOf(vendorId: string): VendorFacts | undefined;
  readCall(call: { api: string; method?: string; args: Json[] }): VendorCall | null;
}
