/** One view of a page: a document commit, or a route change within it. Derived from `page` signals. */
export interface Page {
  id: string;
  at: number;
  /** When the next view in the same tab began, or the document ended; absent while it lasts. */
  endedAt?: number;
  url: string;
  documentId: string | null;
  tabId: number | null;
  /** What began this view. */
  cause: 'commit' | 'reload' | 'history' | 'restore' | 'route';
  title?: string;
  heading?: string;
  /** The view before it in this tab, when it was watched. */
  fromPageId?: string;
  /** We saw this tab's history without a break since before this page. */
  watchedSince: boolean;
  /** Why not, when `watchedSince` is false: a short clause. */
  notWatchedWhy?: string;
  /** Forms that stood on it. */
  forms: PageForm[];
  /** Set when this is a confirmation page, with what says so. */
  confirmation?: { basis: 'settings' | 'submission' | 'address' | 'title'; words: string };
  /** Globals that could not be watched on this page. */
  blind?: string[];
}

export interface PageForm {
  key: string;
  label?: string;
  /** In header, footer or dialog, a search, login or newsletter, or seen on two or more pages: does not make this the form's page. */
  siteWide: boolean;
}
