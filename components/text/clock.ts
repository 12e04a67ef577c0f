/** Instants and durations as people read them: the reader's own time zone, 24 hours, figures that line up. */
const two = (value: number) => String(value).padStart(2, '0');

/** `14:02` */
export function clockMinute(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** `14:02:08` */
export function clock(at: number): string {
  return `${clockMinute(at)}:${two(new Date(at).getSeconds())}`;
}

/** `.042`, the part of an instant that `clock` leaves out. */
export function clockFraction(at: number): string {
  return `.${String(Math.floor(new Date(at).getMilliseconds())).padStart(3, '0')}`;
}

/** `14:02:08.042` */
export function clockExact(at: number): string {
  return clock(at) + clockFraction(at);
}

/** A span of milliseconds: `84 ms`, `6.094 s`, `2 min 28 s`, `3 h 5 min`. */
export function span(ms: number): string {
  if (!Number.isFinite(ms)) return '–';
  if (ms < 0) return `−${span(-ms)}`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(3)} s`;
  if (ms < 3_600_000) return `${Math.floor(ms / 60_000)} min ${Math.floor((ms % 60_000) / 1000)} s`;
  return `${Math.floor(ms / 3_600_000)} h ${Math.floor((ms % 3_600_000) / 60_000)} min`;
}

/** A size in bytes: `812 B`, `1.8 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
