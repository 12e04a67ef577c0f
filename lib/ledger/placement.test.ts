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
  ])('%s', (_name, tell, placement, fails) => {
    expect(placed(tell)).toEqual({ placement, fails });
  });
});
