/** One way to send a request: the page that does it, what the browser tells an extension of it, and what must be shown. */
export interface Way {
  /** Name in addresses: letters, digits and hyphens. */
  id: string;
  name: string;
  /**
   * Statements of an async function in the page. They may use `nonce`, `at` (the tag's address with the nonce), `text` (a body with it),
   * `form()` (a FormData with it), `add(html)` (where `{at}` is the address), `part(name, host)` and `keep`, which holds objects that must live on.
   */
  run: string;
  /** Documents and scripts the way needs, by file name; `.html` is put into a page, `.js` served as it is, both with the names above. */
  parts?: Readonly<Record<string, string>>;
  /** Markup and headers of the page itself. */
  html?: string;
  headers?: Readonly<Record<string, string>>;
  /** `Link` header sent with status 103 before the page's answer. */
  hints?: boolean;
  /** When the request leaves: at once, as the page goes, with a link the page follows, after it came back from the back/forward cache, or in a page made in advance. */
  when?: 'leaving' | 'following' | 'returned' | 'prerendered';
  /** A body with the nonce is sent, and must be read; `unread`: nobody can read it, and that must be said. */
  body?: 'read' | 'unread';
  /** Page it must be laid to, when it is not the page that ran it: `none` for workers of no single page, `any` for a tab of its own. */
  page?: 'none' | 'any';
  /** What the browser tells an extension of it, in `webRequest`'s words. */
  gives: string;
  /** `fire`: listed · `nothing`: cannot be seen, see `why`. */
  shows: 'fire' | 'nothing';
  /** Why it, or its body, cannot be seen, and the public page that says so. */
  why?: { words: string; source: string };
}
