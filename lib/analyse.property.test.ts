import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeVendors, hit } from '../test/helpers/fake-vendors';
import { aForm, aNewsletter, createVisit, type Visit } from '../test/helpers/signal-builders';
import { analyse, createAnalyser } from './analyse';
import type { Session, Settings, Signal } from './model';
import { emptySettings } from './model';

const site = 'https://www.lichtdach.example';
const settings: Settings = { ...emptySettings, jurisdiction: 'eu' };
const options = { vendors: fakeVendors };
const form = aForm();

function toForm(visit: Visit): void {
  visit.open(`${site}/angebot/`);
  visit.form('present', form);
  visit.form('present', aNewsletter());
}

/** The form stands on one page only: whether a form stands on many is told by all pages together. */
function atForm(visit: Visit): void {
  if (visit.doc.place.url !== `${site}/angebot/`) toForm(visit);
  visit.wait(3000);
}

/** What a visitor, a page or a tag may do next. */
const steps: Record<string, (visit: Visit) => void> = {
  start: (visit) => void visit.open(`${site}/`),
  form: toForm,
  thanks: (visit) => void visit.open(`${site}/danke/`, { transition: 'typed' }),
  elsewhere: (visit) => void visit.open('https://pay.example/'),
  reload: (visit) => void visit.reload(),
  route: (visit) => void visit.wait(200).route(`${site}/preise`),
  tidy: (visit) => void visit.route(visit.doc.place.url ?? '', 'replace'),
  post(visit) {
    atForm(visit);
    visit.post(form, { to: `${site}/danke/` });
  },
  refused(visit) {
    atForm(visit);
    visit.post(form, { to: `${site}/angebot/`, status: 422 });
    visit.form('present', form);
  },
  invalid(visit) {
    atForm(visit);
    visit.form({ event: 'gesture', gesture: 'enter' }, form);
    visit.form({ event: 'invalid', fields: ['email'] }, form);
  },
  sent(visit) {
    atForm(visit);
    const request = visit.send(form);
    visit.wait(150);
    visit.respond(request);
    visit.after({ present: false, newText: 'Vielen Dank' }, form);
  },
  untold(visit) {
    atForm(visit);
    const request = visit.send(form);
    visit.wait(150);
    visit.respond(request);
  },
  lead: (visit) => void visit.pixel(hit('Lead', { eid: 'a' })),
  otherLead(visit) {
    visit.call('px', ['track', 'Lead', { eid: 'b' }]);
    visit.pixel(hit('Lead', { eid: 'b' }));
  },
  copied(visit) {
    visit.pixel(hit('Lead', { eid: 'c', fold: 'c' }));
    visit.pixel(hit('Lead', { eid: 'c', fold: 'c', role: 'twin', kind: 'mirror' }));
  },
  view: (visit) => void visit.pixel(hit('PageView')),
  conversion: (visit) => void visit.pixel(hit('Conversion', { label: 'x' })),
  chosen: (visit) => void visit.consent('cmp', 'chosen', { name: 'Tool', answered: true, categories: { marketing: true } }),
  asked: (visit) => void visit.consent('cmp', 'shown', { name: 'Tool', answered: false }),
  gap: (visit) => void visit.gap(visit.now - 2000),
  frame(visit) {
    const frame = visit.frame('https://frame.example/');
    visit.pixel(hit('Lead', { eid: 'd' }), { doc: frame });
  },
};

const story = fc.array(
  fc.record({
    step: fc.constantFrom(...Object.keys(steps)),
    wait: fc.constantFrom(0, 30, 400, 4000, 20_000),
    tab: fc.constantFrom(0, 1),
  }),
  { minLength: 1, maxLength: 14 },
);

function signalsOf(told: readonly { step: string; wait: number; tab: number }[]): Signal[] {
  const visits = [createVisit({ tabId: 1 }), createVisit({ tabId: 2, at: 1_000_003 })];
  for (const visit of visits) visit.open(`${site}/`);
  for (const { step, wait, tab } of told) {
    const visit = visits[tab] ?? visits[0];
    if (visit) steps[step]?.(visit.wait(wait));
  }
  for (const visit of visits) visit.wait(30_000).ended();
  return visits.flatMap((visit) => visit.signals);
}

/** Fires that a rule fails, whatever it groups them by. */
function fails({ findings }: Session): string[] {
  return findings.filter((one) => one.verdict === 'fail').flatMap((one) => one.fires.map((fire) => `${one.rule} ${fire}`));
}

/** Leads that were counted where they should be. */
function rightful({ fires }: Session): string[] {
  return fires.filter((fire) => fire.placement === 'after-acceptance').map((fire) => fire.id);
}

describe('a session', () => {
  it('is the same in whatever order signals arrive', () => {
    fc.assert(
      fc.property(story, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (told, random) => {
        const signals = signalsOf(told);
        const shuffled = signals
          .map((signal) => ({ signal, rank: random.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ signal }) => signal);
        expect(JSON.stringify(analyse(shuffled, settings, options))).toBe(JSON.stringify(analyse(signals, settings, options)));
      }),
      { numRuns: 60 },
    );
  });

  it('is the same when it is asked for after every signal, and when signals come twice', () => {
    fc.assert(
      fc.property(story, (told) => {
        const signals = signalsOf(told);
        const analyser = createAnalyser(settings, options);
        for (const signal of signals) {
          analyser.push(signal);
          analyser.push(signal);
          analyser.session();
        }
        expect(JSON.stringify(analyser.session())).toBe(JSON.stringify(analyse(signals, settings, options)));
      }),
      { numRuns: 15 },
    );
  });

  it('is the same when it is built again from its own JSON', () => {
    fc.assert(
      fc.property(story, (told) => {
        const session = analyse(signalsOf(told), settings, options);
        const read = JSON.parse(JSON.stringify(session)) as Session;
        expect(JSON.stringify(analyse(read.signals, settings, options))).toBe(JSON.stringify(session));
      }),
      { numRuns: 30 },
    );
  });

  it('never fails for another cause, nor passes, because one report is missing', () => {
    fc.assert(
      fc.property(story, fc.nat(), (told, pick) => {
        const signals = signalsOf(told).filter((one) => one.kind !== 'gap');
        const left = signals[pick % signals.length];
        // A request that was not seen is a fire that was not seen; a sensor's last word has nothing after it that would show the hole.
        fc.pre(left !== undefined && left.kind !== 'request' && !(left.kind === 'page' && left.event === 'ended'));
        const whole = analyse(signals, settings, options);
        const part = analyse(
          signals.filter((one) => one !== left),
          settings,
          options,
        );
        const before = fails(whole);
        expect(fails(part).filter((one) => !before.includes(one))).toEqual([]);
        expect(rightful(part).filter((one) => !rightful(whole).includes(one))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
