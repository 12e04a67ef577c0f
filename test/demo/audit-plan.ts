/** One request of the audit: how it is sent, and the nonce by which it is known again. */
export interface AuditPlan {
  way: string;
  nonce: string;
}

/** Every way to send that is tried, in the order of sending: the route changes and what leaves with the page come last. */
export const auditWays = [
  'image',
  'fetch',
  'fetch keepalive',
  'fetch text',
  'fetch Blob',
  'XHR',
  'XHR Blob',
  'beacon string',
  'beacon FormData',
  'beacon Blob',
  'form into iframe',
  'redirect chain',
  'worker',
  'cross-origin frame',
  'route change',
  'pagehide',
] as const;

/** `rounds` requests for each way. Nonces are letters and digits, so that no encoding changes them. */
export function auditPlan(rounds: number, seed: string): AuditPlan[] {
  return auditWays.flatMap((way) =>
    Array.from({ length: rounds }, (_, round) => ({ way, nonce: `n${seed}${way.replace(/[^a-zA-Z]/g, '')}${round}` })),
  );
}
