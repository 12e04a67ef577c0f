import { CmpApi } from '@iabtechlabtcf/cmpapi';
import { additionalConsentFor, type Choice, cmpId, cmpVersion, cookieNames, cookiesFor, tcStringFor } from './choice';
import './globals';

/**
 * The consent dialog: two buttons on top of the IAB's own CMP runtime. A visitor who chose before is not asked again. Google Consent
 * Mode is told first, so that whoever listens to the runtime finds both saying the same.
 */
let current = readChoice();

const api = new CmpApi(cmpId, cmpVersion, true, {
  getTCData: (next: (data: unknown, success: boolean) => void, data: unknown, success: boolean) => {
    if (typeof data === 'object' && data !== null) Object.assign(data, { addtlConsent: additionalConsentFor(current) });
    next(data, success);
  },
});

if (current === null) {
  api.update('', true);
  show();
} else {
  tellConsentMode(current);
  api.update(readCookie(cookieNames.tcString) ?? tcStringFor(current), false);
}

function choose(choice: Choice): void {
  current = choice;
  for (const { name, value } of cookiesFor(choice)) {
    // biome-ignore lint/suspicious/noDocumentCookie: what CMPs do; the cookie store API is not in every browser.
    document.cookie = `${name}=${value}; path=/; max-age=31536000; secure; samesite=lax`;
  }
  document.getElementById('consent')?.remove();
  tellConsentMode(choice);
  api.update(tcStringFor(choice), false);
}

function tellConsentMode(choice: Choice): void {
  const state = choice === 'accepted' ? 'granted' : 'denied';
  window.gtag('consent', 'update', {
    ad_storage: state,
    ad_user_data: state,
    ad_personalization: state,
    analytics_storage: state,
  });
}

function readChoice(): Choice | null {
  const value = readCookie(cookieNames.plain);
  return value === 'accepted' || value === 'refused' ? value : null;
}

function readCookie(name: string): string | null {
  const pair = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
  return pair ? pair.slice(name.length + 1) : null;
}

function show(): void {
  const dialog = element('div', { id: 'consent', role: 'dialog', 'aria-labelledby': 'consent-title' });
  const text = element('div', {});
  text.append(
    element('h2', { id: 'consent-title' }, 'May we measure our advertising?'),
    element(
      'p',
      {},
      'We and four partners would like to store cookies, to see which advertisement brought you here. The site works the same without.',
    ),
  );
  const buttons = element('div', { class: 'buttons' });
  for (const [choice, label] of [
    ['refused', 'Refuse all'],
    ['accepted', 'Accept all'],
  ] as const) {
    const button = element('button', { type: 'button', id: `consent-${choice}` }, label);
    button.addEventListener('click', () => choose(choice));
    buttons.append(button);
  }
  dialog.append(text, buttons);
  document.body.append(dialog);
}

function element(tag: string, attributes: Record<string, string>, text = ''): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return made;
}
