/** What the log holds. */
export interface Kept {
  signals: number;
  /** About what it takes on disk. */
  bytes: number;
  /** Signals before this instant (epoch milliseconds) were dropped to make room. */
  droppedBefore?: number;
  /** One sentence when new signals cannot be stored. */
  error?: string;
}
