import type { PageReport, Place, Signal } from '../model';
import { isSignal } from '../model/guards';

/** A numbered batch of reports from one page sensor. What it says of the page is the page's own claim, never more. */
export interface ReportBatch {
  /** Names the sensor: one per document. */
  sensor: string;
  /** Number of the first report; the others follow without holes. */
  first: number;
  reports: PageReport[];
}

/** Kinds a page may claim. Requests and responses are the browser's word, gaps ours. */
const claimable = new Set<string>(['call', 'consent', 'form', 'storage', 'page']);

/** A batch larger than this is cut: no honest sensor sends one. */
const mostReports = 500;

/** The batch when the message has its shape, else `null`. Each report is judged by itself in {@link signalsFromReports}. */
export function readBatch(message: unknown): ReportBatch | null {
  if (typeof message !== 'object' || message === null) return null;
  const { sensor, first, reports } = message as Partial<Record<keyof ReportBatch, unknown>>;
  if (typeof sensor !== 'string' || !/^[\w-]{1,64}$/.test(sensor)) return null;
  if (typeof first !== 'number' || !Number.isSafeInteger(first) || first < 0) return null;
  if (!Array.isArray(reports)) return null;
  return { sensor, first, reports: reports.slice(0, mostReports) };
}

/** Where the browser says a batch came from, and when it arrived. */
export interface Arrival {
  place: Place;
  /** Epoch milliseconds. */
  now: number;
}

/**
 * Signals of a batch, stamped with the place the browser says it came from. A report that is malformed is left out: its number stays
 * missing. Nothing can have happened after it was told: an instant of the future is brought back to `now`.
 */
export function signalsFromReports(batch: ReportBatch, { place, now }: Arrival): Signal[] {
  return batch.reports.flatMap((report, index) => {
    if (typeof report !== 'object' || report === null || !claimable.has(report.kind)) return [];
    const n = batch.first + index;
    const at = typeof report.at === 'number' ? Math.min(report.at, now) : report.at;
    const signal: unknown = { ...report, at, id: `${batch.sensor}:${n}`, place, sequence: { sensor: batch.sensor, n } };
    return isSignal(signal) ? [signal] : [];
  });
}
