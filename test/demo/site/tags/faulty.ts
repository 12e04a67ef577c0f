import { accounts, leadValue } from './accounts';
import { keepHashedEmail, quoteReference, startGoogle, startLinkedIn, startMeta, startTikTok } from './queues';

/**
 * The site as its developer left it. Three faults, each common in the field:
 * 1. "not refused" is taken for "accepted", so a visitor who is still being asked is measured already;
 * 2. the Meta lead was tried out on the form's page and forgotten there;
 * 3. a lead plugin (`plugin.ts`) was added to the thank-you page beside the code that counts the lead already.
 */
startGoogle();
keepHashedEmail();
window.dataLayer.push({ event: 'page_context', page_type: location.pathname });

const refused = document.cookie.includes('cookie_choice=refused');
if (!refused) {
  startMeta();
  startTikTok();
  startLinkedIn();
  window.fbq('track', 'PageView');
  window.ttq.page();
  if (location.pathname === '/quote') {
    window.fbq('track', 'Lead', { content_name: 'Quote form', ...leadValue }, { eventID: crypto.randomUUID() });
  }
}

const reference = quoteReference();
if (reference) {
  const eventId = `quote-${reference}`;
  window.dataLayer.push({ event: 'quote_sent', quote_reference: reference });
  window.gtag('event', 'generate_lead', { ...leadValue, lead_source: 'website' });
  window.gtag('event', 'conversion', {
    send_to: `${accounts.ads}/${accounts.adsLabel}`,
    ...leadValue,
    transaction_id: eventId,
  });
  if (!refused) {
    window.fbq('track', 'Lead', { content_name: 'Heat pump quote', ...leadValue }, { eventID: eventId });
    window.ttq.track('SubmitForm', { content_name: 'Heat pump quote', ...leadValue }, { event_id: eventId });
    window.lintrk('track', { conversion_id: accounts.linkedinConversion, event_id: eventId });
  }
}
