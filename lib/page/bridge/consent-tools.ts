import type { Json, PageReport } from '../../model';

/** Keys under which consent tools keep the visitor's choice, in a cookie or the local storage. Whose they are is decided elsewhere. */
const keys =
  /^(Optanon(Consent|AlertBoxClosed)|Cookie(Script|Information)?Consent|uc(Data|_user_interaction|_settings)|didomi_token|notice_preferences|cookieyes-consent|cmplz_.+|TERMLY_API_CACHE|_iub_cs-.+|axeptio_cookies|klaro|cc_cookie|tarteaucitron|borlabs-cookie|cookiefirst-consent|tcm|fides_consent)$/;
/** What the most used of them show while they ask, and the element it is told by: most leave it in the page, hidden, once they were answered. */
const asking = '#onetrust-banner-sdk,#CybotCookiebotDialog,#klaro .cookie-notice,#cc-main .cm,#tarteaucitronAlertBig';
const owners = '#onetrust-banner-sdk,#CybotCookiebotDialog,#klaro,#cc-main,#tarteaucitronRoot';
const word =
  /([\w.$-]{1,60})["'\s]*[:=]["'\s]*(?:(true|false|[01]|yes|no|allow|deny|granted|denied|wait|accept|reject)\b|\[([^\]]*))/gi;

/**
 * Reports what consent tools have stored: per key the words in it that stand beside a yes or no, and nothing else, so that no visitor's number
 * leaves the page; and which dialog is shown. At the start, and when it changed (`chosen`, at the click that changed it). Returns how to look.
 */
export function watchConsentTools(report: (report: PageReport) => void, now: () => number): () => void {
  let said = '{"stored":{}}';
  let event = 'read';
  let clickedAt = 0;

  function look(): void {
    const stored: Record<string, Record<string, string>> = {};
    for (const key of Object.keys(localStorage)) if (keys.test(key)) stored[key] = wordsIn(localStorage[key]);
    for (const [, key = '', value = ''] of document.cookie.matchAll(/([^=; ]+)=([^;]+)/g))
      if (keys.test(key)) stored[key] = wordsIn(value);
    const shown = [...document.querySelectorAll(asking)].find((one) => one.checkVisibility({ visibilityProperty: true }));
    const dialog = shown?.closest(owners)?.id;
    const data: Record<string, Json> = { stored };
    if (dialog) data.dialog = dialog;
    const json = JSON.stringify(data);
    if (json !== said) {
      const at = now();
      report({ kind: 'consent', at: at - clickedAt < 1000 ? clickedAt : at, framework: 'cmp', event, data });
    }
    said = json;
    event = 'chosen';
  }

  /** Storage is closed to frames without an origin of their own. */
  function guarded(): void {
    try {
      look();
    } catch {}
  }

  guarded();
  addEventListener(
    'click',
    () => {
      // Before the page hears of the click its dialog is still there; after that it may be gone.
      guarded();
      clickedAt = now();
      setTimeout(guarded);
    },
    true,
  );
  return guarded;
}

/** `mixed`: the same word stands beside a yes and beside a no. A list's items are `listed`, or `false` where it is one of refusals. */
function wordsIn(value: string): Record<string, string> {
  let text = value.slice(0, 20_000);
  try {
    text = decodeURIComponent(text);
    if (text.startsWith('ey')) text = atob(text);
  } catch {}
  text = text.replaceAll('\\', '');
  const words: Record<string, string> = {};
  const put = (name: string, state: string) => {
    words[name] = (words[name] ?? state) === state ? state : 'mixed';
  };
  if (/^([\d:,]{1,9}|[a-z]{1,9})$/.test(text)) put('', text);
  for (const [, name = '', state, items] of text.matchAll(word)) {
    if (state) put(name, state);
    else for (const [item] of items?.matchAll(/[\w-]{1,60}/g) ?? []) put(item, /den|dis|rej/.test(name) ? 'false' : 'listed');
    if (items) put(name, 'listed');
  }
  return words;
}
