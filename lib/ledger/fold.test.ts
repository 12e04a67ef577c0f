import { describe, expect, it } from 'vitest';
import { createVisit } from '../../test/helpers/signal-builders';
import { analyse } from '../analyse';
import { emptySettings } from '../model';

const page = 'https://www.lichtdach.example/angebot/';
const lead = 'https://www.facebook.com/tr/?id=904417723301556&ev=Lead&eid=e1';
const label =
  'https://www.googleadservices.com/pagead/conversion/778899001/?label=Qm1s&value=45&currency_code=EUR&en=conversion&random=1';
const hop = 'https://www.google.de/pagead/1p-conversion/778899001/?label=Qm1s&value=45&currency_code=EUR&en=conversion&random=2';

function rolesOf(tell: (visit: ReturnType<typeof createVisit>) => void): string[] {
  const visit = createVisit();
  visit.open(page);
  tell(visit);
  return analyse(visit.signals, emptySettings).fires.map((fire) => fire.requests.map((request) => request.role).join('+'));
}

function send(visit: ReturnType<typeof createVisit>, ...urls: string[]): void {
  for (const url of urls) visit.pixel(url);
}

describe('requests become fires', () => {
  it.each<[string, (visit: ReturnType<typeof createVisit>) => void, string[]]>([
    ['two of one role are two fires, whatever their ids', (visit) => send(visit, lead, lead), ['main', 'main']],
    ['a conversion and its copy are one', (visit) => send(visit, label, hop), ['main+mirror']],
    ['two conversions with two copies are two', (visit) => send(visit, label, hop, label, hop), ['main+mirror', 'main+mirror']],
    [
      'a copy long after is not folded',
      (visit) => {
        visit.pixel(label);
        visit.wait(9_000).pixel(hop);
      },
      ['main'],
    ],
    [
      'the same again after a failure is a retry',
      (visit) => {
        visit.respond(visit.request(lead), { phase: 'error', error: 'net::ERR_CONNECTION_REFUSED' });
        visit.wait(500).pixel(lead);
      },
      ['main+retry'],
    ],
    [
      'the same again after an answer is none',
      (visit) => {
        visit.pixel(lead);
        visit.wait(5_000).pixel(lead);
      },
      ['main', 'main'],
    ],
    [
      'the same on the next view is none, failure or not',
      (visit) => {
        visit.respond(visit.request(lead), { phase: 'error', error: 'net::ERR_CONNECTION_REFUSED' });
        visit.wait(500).open(page);
        visit.pixel(lead);
      },
      ['main', 'main'],
    ],
    [
      'where no answer was recorded at all, none is missing',
      (visit) => {
        visit.request(lead);
        visit.wait(5_000).request(lead);
      },
      ['main', 'main'],
    ],
  ])('%s', (_name, tell, roles) => {
    expect(rolesOf(tell)).toEqual(roles);
  });
});
