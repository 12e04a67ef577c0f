import type { PanelState } from '../../components/host';
import { analyse } from '../../lib/analyse';
import { emptySettings, type Session } from '../../lib/model';
import { aForm, createVisit } from '../helpers/signal-builders';

/** Every state the panel can be in, by name, for pictures and for tests of its views. */
export const panelStates: Record<string, () => PanelState> = {
  nothing: () => state(empty()),
  'no-fires': () => state(watched()),
  reload: () => state(empty(), { obstacle: 'reload-needed' }),
  'not-allowed': () =>
    state(empty(), { obstacle: 'not-allowed', tab: { id: 1, url: 'chrome://extensions/', title: 'Extensions', locked: false } }),
  'no-tab': () => state(empty(), { obstacle: 'no-tab', tab: null, since: null }),
  faulty: () => state(faulty()),
  clean: () => state(clean()),
  paused: () => state(faulty(), { recording: 'paused' }),
  blocked: () => state(faulty(), { blockers: ['Meta', 'TikTok'] }),
  full: () =>
    state(faulty(), {
      kept: { signals: 400_000, bytes: 312_000_000, error: 'The disk is full.', droppedBefore: 1_790_000_100_000 },
    }),
  hostile: () => state(hostile()),
  many: () => state(many(2_000)),
};

const at = 1_790_000_000_000;
const home = 'https://www.lichtdach.example/';
const form = `${home}angebot/`;
const thanks = `${home}angebot/danke/`;
const pixel = '904417723301556';
const meta = (event: string, page: string, id = '') =>
  `https://www.facebook.com/tr/?id=${pixel}&ev=${event}&dl=${encodeURIComponent(page)}&fbp=fb.1.1790000000.12345${id && `&eid=${id}`}`;
const ga4 = (event: string, page: string, gcs = 'G111') =>
  `https://www.google-analytics.com/g/collect?v=2&tid=G-7XK2QPL9TD&cid=1.2&gcs=${gcs}&dl=${encodeURIComponent(page)}&dt=Angebot&en=${event}`;

function state(session: Session, over: Partial<PanelState> = {}): PanelState {
  return {
    session,
    tab: { id: 1, url: session.pages.at(-1)?.url ?? home, title: 'Lichtdach', locked: false },
    recording: 'recording',
    since: session.signals[0]?.at ?? null,
    blockers: [],
    kept: { signals: session.signals.length, bytes: JSON.stringify(session.signals).length },
    ...over,
  };
}

function empty(): Session {
  return analyse([], emptySettings);
}

function watched(): Session {
  const visit = createVisit({ at });
  visit.open(home, { title: 'Lichtdach' });
  return analyse(visit.signals, emptySettings);
}

/** Four views of a form that counts a lead each, one submission, its lead twice, and a tag that does not wait for the choice. */
function faulty(): Session {
  const visit = createVisit({ at });
  visit.open(home, { title: 'Lichtdach' });
  visit.call('dataLayer', [
    [
      'consent',
      'default',
      { ad_storage: 'denied', analytics_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied' },
    ],
  ]);
  visit.wait(200).request(ga4('page_view', home, 'G100'));
  visit.wait(40).call('fbq', ['track', 'PageView']);
  visit.wait(12).request(meta('PageView', home));
  visit
    .wait(2_400)
    .call('dataLayer', [
      [
        'consent',
        'update',
        { ad_storage: 'granted', analytics_storage: 'granted', ad_user_data: 'granted', ad_personalization: 'granted' },
      ],
    ]);
  for (let view = 0; view < 4; view += 1) {
    visit.wait(9_000).open(form, { title: 'Angebot anfordern', heading: 'Ihr Angebot' });
    visit.form('present');
    visit.call('dataLayer', [
      [
        'consent',
        'default',
        { ad_storage: 'denied', analytics_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied' },
      ],
    ]);
    visit.call('dataLayer', [
      [
        'consent',
        'update',
        { ad_storage: 'granted', analytics_storage: 'granted', ad_user_data: 'granted', ad_personalization: 'granted' },
      ],
    ]);
    visit.wait(300).request(ga4('page_view', form));
    visit.wait(20).request(meta('PageView', form));
    visit.wait(30).call('fbq', ['track', 'Lead', { content_name: 'Angebot' }]);
    visit.wait(8).request(`${meta('Lead', form)}&cd%5Bcontent_name%5D=Angebot&ud%5Bem%5D=${'a1'.repeat(32)}`);
  }
  visit.wait(4_000).post(aForm(), { to: thanks });
  visit.call('dataLayer', [
    [
      'consent',
      'default',
      { ad_storage: 'denied', analytics_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied' },
    ],
  ]);
  visit.call('dataLayer', [
    [
      'consent',
      'update',
      { ad_storage: 'granted', analytics_storage: 'granted', ad_user_data: 'granted', ad_personalization: 'granted' },
    ],
  ]);
  visit.wait(250).call('dataLayer', [{ event: 'form_sent', formId: 'angebot' }]);
  visit.wait(20).request(ga4('page_view', thanks));
  visit.wait(30).request(ga4('generate_lead', thanks));
  visit.wait(500).request(ga4('generate_lead', thanks));
  visit.wait(20).request(meta('Lead', thanks, 'lead-7f3a9c'));
  return analyse(visit.signals, emptySettings);
}

function clean(): Session {
  const visit = createVisit({ at });
  visit.open(form, { title: 'Angebot anfordern', heading: 'Ihr Angebot' });
  visit.form('present');
  visit.call('dataLayer', [
    [
      'consent',
      'default',
      { ad_storage: 'granted', analytics_storage: 'granted', ad_user_data: 'granted', ad_personalization: 'granted' },
    ],
  ]);
  visit.wait(200).request(ga4('page_view', form));
  visit.wait(4_000).post(aForm(), { to: thanks });
  visit.call('dataLayer', [
    [
      'consent',
      'default',
      { ad_storage: 'granted', analytics_storage: 'granted', ad_user_data: 'granted', ad_personalization: 'granted' },
    ],
  ]);
  visit.wait(250).request(ga4('generate_lead', thanks));
  return analyse(visit.signals, emptySettings);
}

function hostile(): Session {
  const visit = createVisit({ at });
  visit.open(`${home}%3Cimg%20src=x%20onerror=alert(1)%3E/`, {
    title: '<img src=x onerror=alert(1)>',
    heading: '"><script>alert(1)</script>',
  });
  visit.call('dataLayer', [{ event: '<img src=x onerror=alert(1)>', '</script>': ['javascript:alert(1)'] }]);
  visit.wait(20).request(meta('Lead%E2%80%AEdaeL%00<b>', home, '"><svg/onload=alert(1)>'));
  visit.wait(20).request(`${meta('Lead', home)}&cd%5Blong%5D=${'x'.repeat(5_000)}&em=ada.larch%40example.org`);
  return analyse(visit.signals, emptySettings);
}

function many(fires: number): Session {
  const visit = createVisit({ at });
  for (let n = 0; n < fires; n += 1) {
    if (n % 50 === 0) visit.wait(2_000).open(`${home}artikel/${n / 50}/`, { title: `Artikel ${n / 50}` });
    visit.wait(20).request(meta('ViewContent', home, `e${n}`));
  }
  return analyse(visit.signals, emptySettings);
}
