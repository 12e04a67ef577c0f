import { browser } from './browser';

/** Shows a tab's number of problems on the toolbar button; nothing when there is none. A tab that is gone is no fault. */
export async function showProblems(tabId: number, problems: number): Promise<void> {
  const text = problems === 0 ? '' : problems > 99 ? '99+' : String(problems);
  const title = problems === 0 ? '' : `Tagwitness: ${problems} ${problems === 1 ? 'problem' : 'problems'}`;
  try {
    await Promise.all([
      browser.action.setBadgeBackgroundColor({ tabId, color: '#b0251d' }),
      browser.action.setBadgeText({ tabId, text }),
      ...(title === '' ? [] : [browser.action.setTitle({ tabId, title })]),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}
