/** Finds in running text what was replaced elsewhere. */
export interface SecretWords {
  add(secret: string, token: string): void;
  /** The text with every known secret that stands in it as whole words replaced, the longest first. */
  replaceIn(text: string): string;
}

/** Secrets that begin with the same word. */
interface Group {
  tokens: Map<string, string>;
  /** Where their first word stands in them and how long they are, the longest first. */
  shapes: { lead: number; length: number }[];
}

interface Found {
  start: number;
  end: number;
  token: string;
}

/** Secrets are looked up by their first word and their length, so that a text costs its own length, however many secrets there are. */
export function createSecretWords(): SecretWords {
  const groups = new Map<string, Group>();

  function findAt(text: string, word: string, at: number, from: number): Found | null {
    const group = groups.get(word);
    for (const { lead, length } of group?.shapes ?? []) {
      const start = at - lead;
      const end = start + length;
      const token = start < from ? undefined : group?.tokens.get(text.slice(start, end));
      if (token !== undefined && !/[\p{L}\p{N}]/u.test(text.charAt(end))) return { start, end, token };
    }
    return null;
  }

  return {
    add(secret, token) {
      const first = /[\p{L}\p{N}]+/u.exec(secret);
      if (!first || !isTelling(secret)) return;
      const group: Group = groups.get(first[0]) ?? { tokens: new Map(), shapes: [] };
      groups.set(first[0], group);
      group.tokens.set(secret, token);
      const shape = { lead: first.index, length: secret.length };
      if (group.shapes.some(({ lead, length }) => lead === shape.lead && length === shape.length)) return;
      group.shapes.push(shape);
      group.shapes.sort((a, b) => b.length - a.length);
    },
    replaceIn(text) {
      let result = '';
      let done = 0;
      for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
        const found = match.index < done ? null : findAt(text, match[0], match.index, done);
        if (!found) continue;
        result += text.slice(done, found.start) + found.token;
        done = found.end;
      }
      return result + text.slice(done);
    },
  };
}

/** Could not stand in one of our own sentences by chance. */
function isTelling(secret: string): boolean {
  return secret.length >= 4 && !/^[a-z_-]+$/.test(secret) && !/^\d{1,6}$/.test(secret);
}
