import '../globals';
import { leadValue } from './accounts';

/** A lead plugin: counts whatever thank-you page it is put on, and does not know that the site counts it as well. */
const reference = new URLSearchParams(location.search).get('ref');
const refused = document.cookie.includes('cookie_choice=refused');

window.gtag('event', 'generate_lead', { ...leadValue, lead_source: 'lead-plugin' });
if (!refused) {
  window.fbq('track', 'Lead', { content_name: 'Form', ...leadValue }, { eventID: crypto.randomUUID() });
  window.ttq.track('SubmitForm', { content_name: 'Form', ...leadValue }, { event_id: `quote-${reference}` });
}
