/** A span as evidence gives it, to the millisecond: "6.094 seconds". */
export function howLong(ms: number): string {
  return `${(ms / 1000).toFixed(3)} seconds`;
}
