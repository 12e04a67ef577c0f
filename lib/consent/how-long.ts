/** A span as evidence gives it, to the millisecond: "6.094 seconds". Built by hand, since `toFixed` costs more than all else of a verdict. */
export function howLong(ms: number): string {
  const whole = Math.round(ms);
  const thousandths = whole % 1000;
  const zeros = thousandths < 10 ? '00' : thousandths < 100 ? '0' : '';
  return `${(whole - thousandths) / 1000}.${zeros}${thousandths} seconds`;
}
