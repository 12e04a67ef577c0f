import { describe, expect, it } from 'vitest';
import { fakeVendors, hit } from '../test/helpers/fake-vendors';
import { aForm, aNewsletter, createVisit, type Visit } from '../test/helpers/signal-builders';
import { analyse } from './analyse';
import type { Session, Settings } from './model';
import { emptySettings } from './model';

const site = 'https://www.lichtdach.example';
const form = aForm();

function played(tell: (visit: Visit) => void, settings: Settings = { ...emptySettings, jurisdiction: 'none' }): Session {
  const visit = createVisit();
  tell(visit);
  return analyse(visit.signals, settings, { vendors: fakeVendors });
}

/** A start page, then the form, looked at for twenty seconds. */
function atForm(visit: Visit): void {
  visit.open(`${site}/`);
  visit.form('present', aNewsletter());
  visit.wait(5000).open(`${site}/angebot/`);
  visit.form('present', form);
  visit.form('present', aNewsletter());
  visit.wait(20_000);
}

function placements(session: Session): string[] {
  return session.fires.filter((fire) => fire.leadLike).map((fire) => fire.placement ?? 'none');
}

function told(session: Session): string[] {
  return session.findings.map((finding) => `${finding.rule} ${finding.verdict}`);
}

interface Story {
  name: string;
  tell(visit: Visit): void;
  /** Outcomes of the submissions. */
  outcomes?: string[];
  /** Placements of the lead-like fires. */
  placed: string[];
  /** Findings, as rule and verdict. */
  says?: string[];
  settings?: Settings;
}

const clean: Story[] = [
  {
    name: 'a plain post, a redirect, and a lead on the page it leads to',
    tell(visit) {
      atForm(visit);
      visit.post(form, { to: `${site}/danke/` });
      visit.form('present', aNewsletter());
      visit.wait(300).pixel(hit('Lead', { eid: '1' }));
    },
    outcomes: ['accepted'],
    placed: ['after-acceptance'],
  },
  {
    name: 'the same on an address that says nothing',
    tell(visit) {
      atForm(visit);
      visit.post(form, { to: `${site}/schritt-5/` });
      visit.wait(300).pixel(hit('Lead'));
    },
    outcomes: ['accepted'],
    placed: ['after-acceptance'],
  },
  {
    name: 'a form that answers under its own address without the form',
    tell(visit) {
      atForm(visit);
      visit.post(form, { to: `${site}/angebot/` });
      visit.wait(300).pixel(hit('Lead'));
    },
    outcomes: ['accepted'],
    placed: ['after-acceptance'],
  },
  {
    name: 'a thank-you message in place',
    tell(visit) {
      atForm(visit);
      const sent = visit.send(form);
      visit.wait(200);
      visit.respond(sent);
      visit.wait(30);
      visit.after({ present: false, newText: 'Vielen Dank für Ihre Anfrage' }, form);
      visit.wait(10).pixel(hit('Lead'));
    },
    outcomes: ['accepted'],
    placed: ['after-acceptance'],
  },
  {
    name: 'a single-page site that routes to its thank-you view',
    tell(visit) {
      atForm(visit);
      const sent = visit.send(form, { url: 'https://api.lichtdach.example/leads' });
      visit.wait(200);
      visit.respond(sent);
      visit.wait(5).route(`${site}/danke`);
      visit.after({ present: false }, form);
      visit.wait(100).pixel(hit('Lead'));
    },
    outcomes: ['accepted'],
    placed: ['after-acceptance'],
  },
  {
    name: 'a script that sends the form and then goes to another page',
    tell(visit) {
      atForm(visit);
      const sent = visit.send(form);
      visit.wait(200);
      visit.respond(sent);
      visit.wait(50).open(`${site}/danke/`);
      visit.wait(100).pixel(hit('Lead'));
    },
    outcomes: ['accepted'],
    placed: ['after-acceptance'],
  },
  {
    name: 'two forms sent, two leads',
    tell(visit) {
      atForm(visit);
      visit.post(form, { to: `${site}/danke/` });
      visit.wait(300).pixel(hit('Lead', { eid: '1' }));
      visit.wait(9000).open(`${site}/angebot/`);
      visit.form('present', form);
      visit.wait(9000).post(form, { to: `${site}/danke/` });
      visit.wait(300).pixel(hit('Lead', { eid: '2' }));
    },
    outcomes: ['accepted', 'accepted'],
    placed: ['after-acceptance', 'after-acceptance'],
  },
  {
    name: 'a first attempt that the browser stops, then one that is taken',
    tell(visit) {
      atForm(visit);
      visit.form({ event: 'gesture', gesture: 'click' }, form);
      visit.form({ event: 'invalid', fields: ['email'] }, form);
      visit.wait(8000).post(form, { to: `${site}/danke/` });
      visit.wait(300).pixel(hit('Lead'));
    },
    outcomes: ['invalid', 'accepted'],
    placed: ['after-acceptance'],
  },
  {
    name: 'a first attempt that the server refuses, then one that is taken',
    tell(visit) {
      atForm(visit);
      visit.post(form, { to: `${site}/angebot/`, status: 422 });
      visit.form('present', form);
      visit.wait(8000).post(form, { to: `${site}/danke/` });
      visit.wait(300).pixel(hit('Lead'));
    },
    outcomes: ['rejected', 'accepted'],
    placed: ['after-acceptance'],
  },
  {
    name: 'a form of three steps, each a page of its own',
    tell(visit) {
      const steps = [1, 2, 3].map((n) => aForm({ key: `schritt-${n}`, action: `${site}/schritt/${n}` }));
      visit.open(`${site}/schritt/0`);
      for (const [n, step] of steps.entries()) {
        visit.form('present', step);
        visit.wait(7000).post(step, { to: n < 2 ? `${site}/weiter/${n}` : `${site}/fertig` });
      }
      visit.wait(100).pixel(hit('Lead'));
    },
    outcomes: ['accepted', 'accepted', 'accepted'],
    placed: ['after-acceptance'],
  },
  {
    name: 'the newsletter in the footer, with a message in place',
    tell(visit) {
      atForm(visit);
      const sent = visit.send(aNewsletter());
      visit.wait(200);
      visit.respond(sent);
      visit.after({ newText: 'Danke! Sie sind angemeldet.', filled: 0, fillable: 1 }, aNewsletter());
      visit.wait(10).pixel(hit('Lead'));
    },
    outcomes: ['accepted'],
    placed: ['after-acceptance'],
  },
  {
    name: 'a lead sent while the confirmation page goes away',
    tell(visit) {
      atForm(visit);
      const danke = visit.post(form, { to: `${site}/danke/` });
      visit.wait(3000).open(`${site}/`);
      visit.pixel(hit('Lead'), {
        doc: { ...danke, place: { ...danke.place, frameId: 12, lifecycle: 'cached' } },
        type: 'ping',
      });
    },
    outcomes: ['accepted'],
    placed: ['after-acceptance'],
  },
  {
    name: 'a page view of every page and every route',
    tell(visit) {
      visit.open(`${site}/`);
      visit.pixel(hit('PageView'));
      visit.wait(4000).route(`${site}/leistungen`);
      visit.pixel(hit('PageView'));
      visit.wait(4000).open(`${site}/kontakt`);
      visit.pixel(hit('PageView'));
    },
    placed: [],
  },
  {
    name: 'a form in an embedded frame',
    tell(visit) {
      visit.open(`${site}/`);
      visit.wait(3000).open(`${site}/kontakt/`);
      const frame = visit.frame('https://forms.example/embed');
      const own = aForm({ action: 'https://forms.example/submit' });
      visit.form('present', own, { doc: frame });
      visit.wait(9000).form({ event: 'gesture', gesture: 'click' }, own, { doc: frame });
      visit.form({ event: 'submit', programmatic: false, gestureAt: visit.now }, own, { doc: frame });
      visit.form('prevented', own, { doc: frame });
      const sent = visit.request('https://forms.example/submit', { method: 'POST', type: 'xmlhttprequest', doc: frame });
      visit.wait(200);
      visit.respond(sent);
      visit.form({ event: 'after', shown: { present: false, visible: false, filled: 0, fillable: 0, invalidFields: 0 } }, own, {
        doc: frame,
      });
      visit.wait(40).pixel(hit('Lead'));
    },
    outcomes: ['accepted'],
    placed: ['after-acceptance'],
  },
];

const cannotTell: Story[] = [
  {
    name: 'a return from payment',
    tell(visit) {
      atForm(visit);
      visit.wait(3000).open('https://pay.example/checkout');
      visit.wait(30_000).open(`${site}/abschluss/`);
      visit.wait(300).pixel(hit('Lead'));
    },
    placed: ['off-confirmation'],
    says: ['lead-off-confirmation unknown'],
  },
  {
    name: 'a page in a tab that another page opened',
    tell(visit) {
      visit.open(`${site}/bestaetigt/`, { opened: true });
      visit.wait(300).pixel(hit('Lead'));
    },
    placed: ['off-confirmation'],
    says: ['lead-off-confirmation unknown'],
  },
  {
    name: 'a form whose answer tells nothing',
    tell(visit) {
      atForm(visit);
      const sent = visit.send(form);
      visit.wait(200);
      visit.respond(sent);
      visit.wait(500).pixel(hit('Lead'));
    },
    outcomes: ['unknown'],
    placed: ['off-confirmation'],
    says: ['lead-off-confirmation unknown'],
  },
  {
    name: 'a page behind a gap',
    tell(visit) {
      atForm(visit);
      const from = visit.now;
      visit.wait(60_000).gap(from);
      visit.wait(2000).open(`${site}/abschluss/`);
      visit.wait(300).pixel(hit('Lead'));
    },
    placed: ['off-confirmation'],
    says: ['lead-off-confirmation unknown'],
  },
  {
    name: 'a click that Tag Manager reports',
    tell(visit) {
      atForm(visit);
      visit.call('dataLayer', [{ event: 'gtm.linkClick' }], { method: 'push' });
      visit.wait(100).pixel(hit('Lead'));
    },
    placed: ['on-click'],
    says: [],
  },
];

const wrong: Story[] = [
  {
    name: 'a lead on every view of the form',
    tell(visit) {
      atForm(visit);
      visit.pixel(hit('Lead'));
    },
    placed: ['off-confirmation'],
    says: ['lead-off-confirmation fail'],
  },
  {
    name: 'the same before and after the form is sent',
    tell(visit) {
      atForm(visit);
      visit.pixel(hit('Lead', { eid: '1' }));
      visit.wait(4000).post(form, { to: `${site}/danke/` });
      visit.wait(300).pixel(hit('Lead', { eid: '2' }));
    },
    outcomes: ['accepted'],
    placed: ['off-confirmation', 'after-acceptance'],
    says: ['lead-off-confirmation fail'],
  },
  {
    name: 'a lead at the click, before the answer',
    tell(visit) {
      atForm(visit);
      const sent = visit.send(form);
      visit.pixel(hit('Lead'));
      visit.wait(400);
      visit.respond(sent);
      visit.after({ present: false }, form);
    },
    outcomes: ['accepted'],
    placed: ['at-submit'],
  },
  {
    name: 'a lead for an attempt that the browser stopped',
    tell(visit) {
      atForm(visit);
      visit.form({ event: 'gesture', gesture: 'click' }, form);
      visit.form({ event: 'invalid', fields: ['email'] }, form);
      visit.wait(20).pixel(hit('Lead'));
    },
    outcomes: ['invalid'],
    placed: ['on-invalid'],
  },
  {
    name: 'a lead for an attempt that the server refused',
    tell(visit) {
      atForm(visit);
      const sent = visit.send(form);
      visit.wait(200);
      visit.respond(sent, { status: 422 });
      visit.wait(60).pixel(hit('Lead'));
    },
    outcomes: ['rejected'],
    placed: ['on-invalid'],
  },
  {
    name: 'two leads for one submission',
    tell(visit) {
      atForm(visit);
      visit.post(form, { to: `${site}/danke/` });
      visit.wait(300).pixel(hit('Lead', { eid: '1' }));
      visit.pixel(hit('Lead', { eid: '2' }));
    },
    outcomes: ['accepted'],
    placed: ['after-acceptance', 'after-acceptance'],
    says: ['duplicate-fire fail'],
  },
  {
    name: 'a reload of the thank-you page',
    tell(visit) {
      atForm(visit);
      visit.post(form, { to: `${site}/danke/` });
      visit.wait(300).pixel(hit('Lead', { eid: '1' }));
      visit.wait(5000).reload();
      visit.wait(300).pixel(hit('Lead', { eid: '2' }));
    },
    outcomes: ['accepted'],
    placed: ['after-acceptance', 'revisit'],
  },
  {
    name: 'a return to the thank-you page from the back/forward cache',
    tell(visit) {
      atForm(visit);
      const danke = visit.post(form, { to: `${site}/danke/` });
      visit.wait(300).pixel(hit('Lead', { eid: '1' }));
      visit.wait(5000).open(`${site}/`);
      visit.wait(5000).restore(danke);
      visit.wait(300).pixel(hit('Lead', { eid: '2' }));
    },
    outcomes: ['accepted'],
    placed: ['after-acceptance', 'revisit'],
  },
  {
    name: 'a thank-you page that is simply opened',
    tell(visit) {
      atForm(visit);
      visit.open(`${site}/danke/`, { transition: 'typed' });
      visit.wait(300).pixel(hit('Lead'));
    },
    placed: ['confirmation-without-submission'],
  },
  {
    name: 'a page without a form, opened by a link',
    tell(visit) {
      atForm(visit);
      visit.open(`${site}/preise/`);
      visit.wait(300).pixel(hit('Lead'));
    },
    placed: ['off-confirmation'],
    says: ['lead-off-confirmation fail'],
  },
];

describe.each([
  ['a correct site reads clean', clean],
  ['what cannot be told is said', cannotTell],
  ['what is wrong is placed', wrong],
])('%s', (_, stories) => {
  it.each(stories)('$name', ({ tell, outcomes = [], placed, says = [], settings }) => {
    const session = played(tell, settings);
    expect(session.submissions.map((one) => `${one.outcome}`)).toEqual(outcomes);
    expect(placements(session)).toEqual(placed);
    expect(told(session)).toEqual(says);
  });
});

describe('an analyser', () => {
  it('loses nothing but the request on which a decoder breaks', () => {
    const session = played((visit) => {
      visit.open(`${site}/`);
      visit.pixel('https://broken.example/');
      visit.pixel(hit('PageView'));
    });
    expect(session.fires).toHaveLength(1);
    expect(session.signals.filter((one) => one.kind === 'request')).toHaveLength(2);
  });
});
