/** What the site's scripts and the vendors' libraries share on `window`. */
export interface QueueFunction {
  (...args: unknown[]): void;
  queue?: unknown[][];
  callMethod?: (...args: unknown[]) => void;
  q?: unknown[][];
  loaded?: boolean;
  version?: string;
}

export interface TikTokQueue extends Array<unknown[]> {
  methods: string[];
  page(): void;
  track(event: string, properties?: Record<string, unknown>, options?: { event_id?: string }): void;
  identify(user: Record<string, string>): void;
  load(code: string): void;
}

export interface TcData {
  eventStatus?: string;
  addtlConsent?: string;
  purpose?: { consents: Record<string, boolean> };
  vendor?: { consents: Record<string, boolean> };
}

declare global {
  interface Window {
    dataLayer: unknown[];
    gtag: (...args: unknown[]) => void;
    fbq: QueueFunction;
    ttq: TikTokQueue;
    lintrk: QueueFunction;
    _linkedin_partner_id: string;
    __tcfapi?: (command: string, version: number, callback: (data: TcData, success: boolean) => void) => void;
  }
}
