import { describe, expect, it } from 'vitest';
import { aForm, createVisit, type Visit } from '../../test/helpers/signal-builders';
import { analyse } from '../analyse';
import { emptySettings } from '../model';

const page = 'https://www.lichtdach.example/angebot/';
const lead = 'https://www.facebook.com/tr/?id=904417723301556&ev=Lead';

function placed(tell: (visit: Visit) => void): { placement: string | undefined; fails: string[] } {
  const visit = createVisit();
  visit.open('https://www.lichtdach.example/');
  visit.wait(3_000).open(page);
  tell(visit);
  const { fires, findings } = analyse(visit.signals, emptySettings);
  return { placement: fires.at(-1)?.placement, fails: findings.filter((one) => one.verdict === 'fail').map((one) => one.rule) };
}

/** The form is sent in place, answered, and its route makes room for another. */
function sent(visit: Visit): Visit {
  visit.form('present');
  visit.wait(4_000).respond(visit.send());
  visit.wait(20).route('https://www.lichtdach.example/anfrage/');
  visit.after({ present: false, visible: false });
  return visit;
}

describe('where a lead was counted', () => {
  it.each<[string, (visit: Visit) => void, string, string[]]>([
    ['on a call to a telephone number', (visit) => void [visit.click(), visit.wait(300).pixel(lead)], 'on-click', []],
    [
      'long after a click',
      (visit) => void [visit.click(), visit.wait(4_000).pixel(lead)],
      'off-confirmation',
      ['lead-off-confirmation'],
    ],
    [
      'when the form is shown',
      (visit) => {
        visit.form('present');
        visit.wait(300).pixel(lead);
      },
      'off-confirmation',
      ['lead-off-confirmation'],
    ],
    [
      'after the form was accepted',
      (visit) => {
        visit.form('present');
        visit.wait(4_000).post(aForm(), { to: 'https://www.lichtdach.example/angebot/danke/' });
        visit.wait(300).pixel(lead);
      },
      'after-acceptance',
      [],
    ],
    [
      'on a route that followed by itself',
      (visit) => {
        sent(visit).wait(4_000).route('https://www.lichtdach.example/anfrage/fertig');
        visit.wait(20).pixel(lead);
      },
      'after-acceptance',
      [],
    ],
    [
      'once more, when the visitor went back and on again at once',
      (visit) => {
        sent(visit).wait(20).pixel(lead);
        visit.wait(80).route(page, 'traverse');
        visit.wait(100).click();
        visit.route('https://www.lichtdach.example/anfrage/');
        visit.wait(20).pixel(lead);
      },
      'revisit',
      [],
    ],
    [
      'on a route that the visitor asked for',
      (visit) => {
        sent(visit).wait(800).click();
        visit.route('https://www.lichtdach.example/dachfenster/');
        visit.wait(3_000).pixel(lead);
      },
      'off-confirmation',
      ['lead-off-confirmation'],
    ],
  ])('%s', (_name, tell, placement, fails) => {
    expect(placed(tell)).toEqual({ placement, fails });
  });
});
