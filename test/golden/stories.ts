import type { Signal } from '../../lib/model';
import { aForm, aNewsletter, createVisit } from '../helpers/signal-builders';

const site = 'https://www.lichtdach.example';
const form = aForm();
const tools = { name: 'Cookiebot', categories: { marketing: true, statistics: true, necessary: true } };

function pixel(event: string, id?: string): string {
  return `https://www.facebook.com/tr/?${new URLSearchParams({ id: '990012345678201', ev: event, ...(id ? { eid: id } : {}) })}`;
}

/** Loud scenarios, with real vendors. */
export const stories: Record<string, () => Signal[]> = {
  'everything-wrong': () => {
    const visit = createVisit({ at: 1_790_000_000_000 });
    visit.open(`${site}/`, { title: 'Lichtdach' });
    visit.consent('cmp', 'shown', { name: tools.name, answered: false });
    visit.form('present', aNewsletter());
    visit.wait(200).pixel(pixel('PageView'));
    visit.wait(4000).consent('cmp', 'chosen', { ...tools, answered: true });
    visit.wait(2000).open(`${site}/angebot/`, { title: 'Angebot' });
    visit.consent('cmp', 'read', { ...tools, answered: true });
    visit.form('present', form);
    visit.form('present', aNewsletter());
    visit.pixel(pixel('PageView'));
    visit.wait(500).pixel(pixel('Lead', 'on-view'));
    visit.wait(20_000).post(form, { to: `${site}/danke/`, title: 'Vielen Dank' });
    visit.consent('cmp', 'read', { ...tools, answered: true });
    visit.form('present', aNewsletter());
    visit.pixel(pixel('PageView'));
    visit.wait(300).pixel(pixel('Lead', 'first'));
    visit.wait(100).pixel(pixel('Lead', 'second'));
    visit.wait(5000).ended();
    return visit.signals;
  },
  'everything-right': () => {
    const visit = createVisit({ at: 1_790_000_000_000 });
    visit.open(`${site}/`, { title: 'Lichtdach' });
    visit.consent('cmp', 'shown', { name: tools.name, answered: false });
    visit.form('present', aNewsletter());
    visit.wait(4000).consent('cmp', 'chosen', { ...tools, answered: true });
    visit.wait(100).pixel(pixel('PageView'));
    visit.wait(2000).open(`${site}/angebot/`, { title: 'Angebot' });
    visit.consent('cmp', 'read', { ...tools, answered: true });
    visit.form('present', form);
    visit.form('present', aNewsletter());
    visit.pixel(pixel('PageView'));
    visit.wait(20_000);
    const sent = visit.send(form);
    visit.wait(300);
    visit.respond(sent);
    visit.after({ present: false, newText: 'Vielen Dank für Ihre Anfrage.' }, form);
    visit.call('fbq', ['track', 'Lead', {}, { eventID: 'a1' }]);
    visit.wait(10).pixel(pixel('Lead', 'a1'));
    visit.wait(5000).ended();
    return visit.signals;
  },
  'nothing-sure': () => {
    const visit = createVisit({ at: 1_790_000_000_000 });
    visit.open(`${site}/abschluss/`, { opened: true });
    visit.wait(300).pixel(pixel('Lead', 'b1'));
    visit.wait(9000).open(`${site}/angebot/`);
    visit.form('present', form);
    visit.wait(9000);
    const sent = visit.send(form);
    visit.wait(200);
    visit.respond(sent);
    visit.wait(400).pixel(pixel('Lead', 'b2'));
    visit.wait(60_000).gap(visit.now - 50_000);
    visit.open(`${site}/fertig/`);
    visit.wait(300).pixel(pixel('Lead', 'b3'));
    visit.wait(5000).ended();
    return visit.signals;
  },
};
