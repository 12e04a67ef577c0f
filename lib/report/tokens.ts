/** What a token says of the value it stands for. */
export type TokenKind = 'email' | 'phone' | 'hash' | 'click' | 'id' | 'number' | 'text';

/** Hands out tokens: the same value has the same token everywhere in one document, and a token says nothing of its value. */
export interface Tokens {
  of(kind: TokenKind, value: string): string;
  get(value: string): string | undefined;
}

const oneToken = /^redacted-(?:email|phone|hash|click|id|number|text)-\d+$/;

/** True for a value that is a token already, which stays as it is. */
export function isToken(value: string): boolean {
  return oneToken.test(value);
}

/**
 * `taken`: text in which tokens of an earlier redaction may stand; new ones are numbered after them. `onNew` is told of each new pair.
 */
export function createTokens(taken: string, onNew: (value: string, token: string) => void): Tokens {
  const tokens = new Map<string, string>();
  let last = highest(taken);
  return {
    of(kind, value) {
      const known = tokens.get(value);
      if (known !== undefined) return known;
      last += 1;
      const token = `redacted-${kind}-${last}`;
      tokens.set(value, token);
      onNew(value, token);
      return token;
    },
    get: (value) => tokens.get(value),
  };
}

function highest(text: string): number {
  let found = 0;
  for (const match of text.matchAll(/redacted-[a-z]+-(\d{1,9})/g)) found = Math.max(found, Number(match[1]));
  return found;
}
