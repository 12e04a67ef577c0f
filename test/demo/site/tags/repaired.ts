import type { TcData } from '../globals';
import { accounts, leadValue } from './accounts';
import { keepHashedEmail, quoteReference, startGoogle, startLinkedIn, startMeta, startTikTok } from './queues';

/**
 * The site as it should be. Google's tag runs in Consent Mode from the start and sends pings without cookies until the visitor agrees;
 * the others are not even loaded before the dialog says that this visitor agreed to this vendor. A lead is counted once per quote,
 * on the page that follows it, also after a reload.
 */
startGoogle();
keepHashedEmail();
window.dataLayer.push({ event: 'page_context', page_type: location.pathname });

const reference = quoteReference();
const counted = reference !== null && sessionStorage.getItem('counted-quote') === reference;
const eventId = reference !== null && !counted ? `quote-${reference}` : null;
if (eventId && reference) {
  sessionStorage.setItem('counted-quote', reference);
  window.dataLayer.push({ event: 'quote_sent', quote_reference: reference });
  window.gtag('event', 'generate_lead', { ...leadValue, lead_source: 'website' });
  window.gtag('event', 'conversion', {
    send_to: `${accounts.ads}/${accounts.adsLabel}`,
    ...leadValue,
    transaction_id: eventId,
  });
}

let started = false;
window.__tcfapi?.('addEventListener', 2, (data, success) => {
  if (!success || started || !['tcloaded', 'useractioncomplete'].includes(data.eventStatus ?? '')) return;
  started = true;
  if (agreedToMeta(data)) meta();
  if (agreedTo(data, 986)) tiktok();
  if (agreedTo(data, 804)) linkedin();
});

function meta(): void {
  startMeta();
  window.fbq('track', 'PageView');
  if (eventId) window.fbq('track', 'Lead', { content_name: 'Heat pump quote', ...leadValue }, { eventID: eventId });
}

function tiktok(): void {
  startTikTok();
  window.ttq.page();
  if (eventId) window.ttq.track('SubmitForm', { content_name: 'Heat pump quote', ...leadValue }, { event_id: eventId });
}

function linkedin(): void {
  startLinkedIn();
  if (eventId) window.lintrk('track', { conversion_id: accounts.linkedinConversion, event_id: eventId });
}

function agreedTo(data: TcData, vendor: number): boolean {
  return data.purpose?.consents[1] === true && data.vendor?.consents[vendor] === true;
}

/** Meta is in no vendor list: the Additional Consent string names those agreed to between its two tildes. */
function agreedToMeta(data: TcData): boolean {
  const agreed = data.addtlConsent?.split('~')[1]?.split('.') ?? [];
  return data.purpose?.consents[1] === true && agreed.includes('89');
}
