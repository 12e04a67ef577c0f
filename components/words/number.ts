const numbers = new Intl.NumberFormat('en');

/** `1,234`. */
export const number = (value: number) => numbers.format(value);

/** `1 fire`, `1,234 fires`. */
export const many = (count: number, one: string, more: string) => `${number(count)} ${count === 1 ? one : more}`;
