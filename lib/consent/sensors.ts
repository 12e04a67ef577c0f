import type { SensorSequence } from '../model';

/** What a sensor's row of reports lacks: between these instants it may have said anything. `-Infinity`: since it began. */
export interface Hole {
  fromAt: number;
  toAt: number;
}

interface Row {
  /** Reports 0 to next − 1 are here. */
  next: number;
  lastAt: number;
  firstAt: number;
  /** Reports beyond a hole, and their instants. */
  ahead: Map<number, number>;
}

/** The rows of reports the sensors of one document sent. Costs no memory per report as long as none is missing. */
export class Sensors {
  private readonly rows = new Map<string, Row>();

  /** True when a hole opened, closed or changed. */
  note({ sensor, n }: SensorSequence, at: number): boolean {
    const row = this.rows.get(sensor) ?? { next: 0, lastAt: Number.NEGATIVE_INFINITY, firstAt: at, ahead: new Map() };
    this.rows.set(sensor, row);
    row.firstAt = Math.min(row.firstAt, at);
    if (n < row.next || row.ahead.has(n)) return false;
    const hadHole = row.ahead.size > 0;
    row.ahead.set(n, at);
    for (let next = row.ahead.get(row.next); next !== undefined; next = row.ahead.get(row.next)) {
      row.ahead.delete(row.next);
      row.lastAt = Math.max(row.lastAt, next);
      row.next++;
    }
    return hadHole || row.ahead.size > 0;
  }

  /** Whether this sensor was the document's first and sent everything up to `n`. */
  isWhole({ sensor, n }: SensorSequence): boolean {
    const row = this.rows.get(sensor);
    if (row === undefined || n >= row.next) return false;
    return [...this.rows.values()].every((other) => other.firstAt >= row.firstAt);
  }

  holes(): Hole[] {
    const holes: Hole[] = [];
    for (const row of this.rows.values()) {
      if (row.ahead.size === 0) continue;
      const beyond = [...row.ahead].sort(([a], [b]) => a - b);
      const [, toAt] = beyond.findLast(([n]) => !row.ahead.has(n - 1)) ?? [0, Number.POSITIVE_INFINITY];
      holes.push({ fromAt: row.lastAt, toAt });
    }
    return holes;
  }
}
