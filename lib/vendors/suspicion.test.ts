import { describe, expect, it } from 'vitest';
import type { DecodeRequest } from '../model';
import { suspicionOf } from './suspicion';

const initiatorPage = 'https://www.shop.example/offer?utm_source=x';
const here = encodeURIComponent(initiatorPage);

function suspicion(url: string, more: Partial<DecodeRequest> = {}): string | undefined {
  return suspicionOf({ method: 'GET', url, resourceType: 'image', initiatorPage, ...more });
}

describe('what only tags carry', () => {
  it.each<[string, string, Partial<DecodeRequest>?]>([
    ['event, page and account', `https://px.unknown.example/t?ev=Lead&id=4711a&url=${here}`, { resourceType: 'xmlhttprequest' }],
    ['a Meta browser id', 'https://px.unknown.example/t?fbp=fb.1.1790000000000.123456789'],
    ['a Google client id', 'https://px.unknown.example/t?x=GA1.2.746406658.1791212460', { resourceType: 'xmlhttprequest' }],
    ['a bare client id under its name', 'https://px.unknown.example/t?cid=746406658.1791212460'],
    ['an image with the page, its referrer and the screen', `https://px.unknown.example/i.gif?dl=${here}&dr=&sr=1440x900`],
    ['a beacon with the page and an event', `https://px.unknown.example/b?url=${here}&event=view`, { resourceType: 'ping' }],
    [
      'all of it in a JSON body',
      'https://px.unknown.example/collect',
      {
        method: 'POST',
        resourceType: 'xmlhttprequest',
        body: JSON.stringify({ event: 'Lead', pixel_id: 'A-4711', page_url: initiatorPage }),
      },
    ],
    [
      'all of it in a form body',
      'https://px.unknown.example/collect',
      { method: 'POST', resourceType: 'beacon', body: `event=Lead&account=4711&page=${here}` },
    ],
    [
      'a tag moved to the site’s own domain',
      `https://m.shop.example/t?ev=Lead&_fbp=fb.1.1790000000000.123456789&dl=${here}`,
      { resourceType: 'beacon' },
    ],
  ])('%s', (_name, url, more) => {
    expect(suspicion(url, more)).toMatch(/tags/);
  });
});

describe('what a clean site sends', () => {
  it.each<[string, string, Partial<DecodeRequest>?]>([
    [
      'its own interface',
      `https://www.shop.example/api/track?event=view&id=4711&url=${here}`,
      { resourceType: 'xmlhttprequest' },
    ],
    [
      'its own interface with a Meta id in the body',
      'https://www.shop.example/api/lead',
      {
        method: 'POST',
        resourceType: 'xmlhttprequest',
        body: '{"fbp":"fb.1.1790000000000.123","url":"https://www.shop.example/offer"}',
      },
    ],
    ['its own logging', `https://log.shop.example/b?event=error&url=${here}`, { resourceType: 'beacon' }],
    [
      'a resized picture',
      `https://img.cdn.example/resize?url=${encodeURIComponent('https://www.shop.example/a.jpg')}&w=800&id=4711`,
    ],
    ['a code with the page’s address', `https://qr.cdn.example/create?data=${here}&size=200x200`],
    ['a picture made for the page', `https://og.cdn.example/card?url=${here}&title=Offer`],
    ['a map', `https://maps.googleapis.com/maps/api/js/ViewportInfoService?4e1&url=${here}&token=1`, { resourceType: 'script' }],
    ['fonts', 'https://fonts.gstatic.com/s/inter/v1/a.woff2?id=4711', { resourceType: 'font' }],
    ['a player', `https://player.cdn.example/embed?origin=${here}&id=4711&event=ready`, { resourceType: 'sub_frame' }],
    ['a comment counter', `https://comments.cdn.example/count?url=${here}`, { resourceType: 'xmlhttprequest' }],
    [
      'an error report',
      'https://o1.ingest.example/api/1/envelope/?sentry_key=0a1b&sentry_version=7',
      {
        method: 'POST',
        resourceType: 'xmlhttprequest',
        body: `{"event_id":"a"}\n{"type":"event"}\n{"request":{"url":"${initiatorPage}"}}`,
      },
    ],
    [
      'a shop’s interface elsewhere',
      'https://api.shops.example/graphql',
      { method: 'POST', resourceType: 'xmlhttprequest', body: '{"query":"{product(id:4711){title}}","event":"open"}' },
    ],
    ['a question before the request', `https://px.unknown.example/t?ev=Lead&id=4711a&url=${here}`, { method: 'OPTIONS' }],
    ['no page known', `https://px.unknown.example/t?ev=Lead&id=4711a&url=${here}`, { initiatorPage: undefined as never }],
    ['another page’s address', 'https://px.unknown.example/t?ev=Lead&id=4711a&url=https%3A%2F%2Fother.example%2F'],
  ])('%s', (_name, url, more) => {
    expect(suspicion(url, more)).toBeUndefined();
  });
});
