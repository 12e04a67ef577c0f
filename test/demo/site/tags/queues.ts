import '../globals';
import type { QueueFunction, TikTokQueue } from '../globals';
import { accounts } from './accounts';

/**
 * The small queues a site puts on its page before the vendors' libraries arrive, and the loading of these libraries. Same public
 * interfaces as the vendors document (`fbq`, `gtag`, `ttq`, `lintrk`), written anew.
 */
export function startGoogle(): void {
  window.dataLayer = window.dataLayer || [];
  window.gtag = function gtag() {
    // biome-ignore lint/complexity/noArguments: Google's tag reads commands only from an arguments object.
    window.dataLayer.push(arguments);
  };
  window.gtag('consent', 'default', {
    ad_storage: 'denied',
    ad_user_data: 'denied',
    ad_personalization: 'denied',
    analytics_storage: 'denied',
    wait_for_update: 500,
  });
  const user = hashedEmail();
  if (user) window.gtag('set', 'user_data', { sha256_email_address: user });
  window.gtag('js', new Date());
  window.gtag('config', accounts.ga4);
  window.gtag('config', accounts.ads, { send_page_view: false });
  load(`https://www.googletagmanager.com/gtag/js?id=${accounts.ga4}`);
}

export function startMeta(): void {
  const fbq: QueueFunction = (...args) => {
    if (fbq.callMethod) fbq.callMethod(...args);
    else fbq.queue?.push(args);
  };
  fbq.queue = [];
  fbq.loaded = true;
  fbq.version = '2.0';
  window.fbq = fbq;
  load('https://connect.facebook.net/en_GB/fbevents.js');
  const user = hashedEmail();
  fbq('init', accounts.meta, user ? { em: user } : {});
}

export function startTikTok(): void {
  const queue = [] as unknown[][] as TikTokQueue;
  queue.methods = ['page', 'track', 'identify'];
  for (const method of queue.methods) {
    Object.assign(queue, { [method]: (...args: unknown[]) => queue.push([method, ...args]) });
  }
  queue.load = (code) => load(`https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=${code}&lib=ttq`);
  window.ttq = queue;
  queue.load(accounts.tiktok);
  const user = hashedEmail();
  if (user) queue.identify({ email: user });
}

export function startLinkedIn(): void {
  window._linkedin_partner_id = accounts.linkedin;
  const lintrk: QueueFunction = (...args) => {
    lintrk.q?.push(args);
  };
  lintrk.q = [];
  window.lintrk = lintrk;
  load('https://snap.licdn.com/li.lms-analytics/insight.min.js');
}

/** Hash of the e-mail address that was entered in this visit, kept by the form for enhanced conversions and advanced matching. */
export function hashedEmail(): string | null {
  return sessionStorage.getItem('email-sha256');
}

/** On the quote page: keeps the SHA-256 of the address, trimmed and in lower case, as the vendors ask for. */
export function keepHashedEmail(): void {
  document.addEventListener('change', async (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.name !== 'email' || !input.closest('#quote')) return;
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(input.value.trim().toLowerCase()));
    sessionStorage.setItem('email-sha256', [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  });
}

/** Reference of the request that was just sent, from the thank-you page's address. */
export function quoteReference(): string | null {
  return location.pathname === '/thank-you' ? new URLSearchParams(location.search).get('ref') : null;
}

function load(address: string): void {
  const script = document.createElement('script');
  script.async = true;
  script.src = address;
  document.head.append(script);
}
