import { expect, it } from 'vitest';
import { createVisit } from '../test/helpers/signal-builders';
import { analyse } from './analyse';
import { emptySettings } from './model';

const page = 'https://www.lichtdach.example/angebot/';
const here = encodeURIComponent(page);

it('lists what looks like a tag of nobody known, with its host, the reason and how often', () => {
  const visit = createVisit();
  visit.open(page);
  visit.pixel(`https://px.unknown.example/t?ev=view&id=A-4711&url=${here}`, { type: 'image' });
  visit.pixel(`https://px.unknown.example/t?ev=Lead&id=A-4711&url=${here}`, { type: 'xmlhttprequest' });
  visit.pixel('https://b.unknown.example/beacon', { type: 'ping' });
  expect(analyse(visit.signals, emptySettings).coverage.unknownTags).toEqual([
    { host: 'b.unknown.example', reason: 'a beacon to a host that belongs to no vendor known here', count: 1 },
    { host: 'px.unknown.example', reason: 'it names an event, the page and an account, as tags do', count: 2 },
  ]);
});

it('lists nothing on a clean site', () => {
  const visit = createVisit();
  visit.open(page);
  visit.pixel('https://www.lichtdach.example/api/log?event=view&id=4711', { type: 'xmlhttprequest' });
  visit.pixel(`https://cdn.bilder.example/resize?url=${encodeURIComponent(`${page}dach.jpg`)}&w=800`, { type: 'image' });
  visit.pixel('https://fonts.gstatic.com/s/inter/v1/a.woff2', { type: 'font' });
  visit.pixel('https://www.facebook.com/tr/?id=1&ev=PageView', { type: 'image' });
  expect(analyse(visit.signals, emptySettings).coverage.unknownTags).toEqual([]);
});
