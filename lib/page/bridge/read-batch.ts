import type { PageReport } from '../../model';

/** What the hook may say: it sees calls, consent APIs and what it cannot watch. Forms and the rest are the bridge's own word. */
const kinds = ['call', 'consent', 'page'];
const mostText = 600_000;
const perSecond = 400;

/** A batch of the hook as reports and holes; anything else in it is dropped, since a page can forge a batch in a child frame. */
export function createBatchReader(now: () => number): (json: string) => { reports: PageReport[]; lost: number } {
  let tokens = 2000;
  let lastAt = now();
  return (json) => {
    const at = now();
    tokens = Math.min(2000, tokens + ((at - lastAt) * perSecond) / 1000);
    lastAt = at;
    const read = json.length > 4 * mostText ? [] : parse(json);
    const reports: PageReport[] = [];
    let lost = 0;
    for (const one of read) {
      if (typeof one === 'number') lost += one > 0 && one < 1e6 ? Math.floor(one) : 0;
      else if (!isReport(one)) continue;
      else if (tokens < 1) lost++;
      else {
        tokens--;
        reports.push(one);
      }
    }
    return { reports, lost };
  };
}

function parse(json: string): unknown[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function isReport(value: unknown): value is PageReport {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, at, api, args, framework, event, url } = value as Record<string, unknown>;
  if (typeof kind !== 'string' || !kinds.includes(kind) || typeof at !== 'number' || !Number.isFinite(at)) return false;
  if (kind === 'call') return typeof api === 'string' && Array.isArray(args);
  if (kind === 'consent') return typeof framework === 'string' && typeof event === 'string';
  return event === 'described' && typeof url === 'string';
}
