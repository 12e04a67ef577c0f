import { describe, expect, it } from 'vitest';
import type { RequestBody, RequestSignal, ResponseSignal } from '../model';
import { core } from './core';
import { createKeeper } from './keep';

const place = { tabId: 1, frameId: 0, documentId: 'D', url: null };
function request(over: Partial<RequestSignal>): RequestSignal {
  return {
    kind: 'request',
    id: 'r',
    at: 1,
    place,
    requestId: 'r',
    hop: 0,
    method: 'GET',
    url: 'https://www.shop.example/',
    type: 'image',
    ...over,
  };
}
function answer(requestId: string): ResponseSignal {
  return { kind: 'response', id: `${requestId}:headers`, at: 2, place, requestId, hop: 0, phase: 'headers', status: 200 };
}
const secret: RequestBody = { form: 'text', text: 'email=ada%40larch.example&name=Ada' };

describe('what is kept', () => {
  it.each([
    ['a tag’s event, whole', request({ url: 'https://www.facebook.com/tr/?id=904417723301556&ev=Lead' })],
    [
      'a picture that looks like an unknown tag’s, whole',
      request({
        url: 'https://px.unknown.example/t?cid=1234567890.1700000000&ev=view',
        place: { ...place, url: 'https://www.shop.example/' },
      }),
    ],
    ['a tag’s library', request({ url: 'https://connect.facebook.net/en_US/fbevents.js', type: 'script' })],
    [
      'a tag’s body',
      request({
        url: 'https://analytics.tiktok.com/api/v2/pixel',
        method: 'POST',
        body: { form: 'text', text: '{"event":"Lead","context":{"pixel":{"code":"C"}}}' },
      }),
    ],
    [
      'a body that the page’s sensor may still tell',
      request({ url: 'https://analytics.tiktok.com/api/v2/pixel', method: 'POST', body: { form: 'unread', why: 'a Blob' } }),
    ],
  ])('%s', (_name, signal) => {
    expect(createKeeper(core).keep(signal)).toEqual(signal);
  });

  it.each([
    ['a form’s post', request({ method: 'POST', type: 'main_frame', body: secret }), ['email', 'name']],
    [
      'parsed fields',
      request({
        method: 'POST',
        type: 'main_frame',
        body: {
          form: 'fields',
          fields: [
            ['email', 'ada@larch.example'],
            ['email', 'x'],
          ],
        },
      }),
      ['email'],
    ],
    [
      'JSON',
      request({
        method: 'POST',
        type: 'xmlhttprequest',
        body: { form: 'text', text: '{"email":"ada@larch.example","x":{"y":1}}' },
      }),
      ['email', 'x'],
    ],
    [
      'multipart',
      request({
        method: 'PUT',
        type: 'xmlhttprequest',
        body: { form: 'text', text: '--b\r\nContent-Disposition: form-data; name="email"\r\n\r\nada@larch.example\r\n--b--' },
      }),
      ['email'],
    ],
    [
      'text that is no form',
      request({ method: 'POST', type: 'xmlhttprequest', body: { form: 'text', text: 'ada@larch.example wrote' } }),
      [],
    ],
    ['bytes', request({ method: 'POST', type: 'xmlhttprequest', body: { form: 'bytes', base64: 'AAE=' } }), []],
    [
      'broken JSON',
      request({ method: 'POST', type: 'xmlhttprequest', body: { form: 'text', text: '{"email":"ada@larch.example"' } }),
      [],
    ],
  ])('of %s only the names', (_name, signal, names) => {
    const kept = createKeeper(core).keep(signal);
    expect(kept).toMatchObject({ body: { form: 'names', names } });
    expect(JSON.stringify(kept)).not.toMatch(/ada@|ada%40|Ada/);
  });

  it.each([
    ['an image', request({})],
    ['a script', request({ type: 'script', url: 'https://cdn.shop.example/app.js' })],
    ['a question of the page to its own server', request({ type: 'xmlhttprequest', url: 'https://www.shop.example/api/cart' })],
  ])('nothing of %s', (_name, signal) => {
    const keeper = createKeeper(core);
    expect(keeper.keep(signal)).toBeNull();
    expect(keeper.keep(answer('r'))).toBeNull();
  });

  it('the outcome of a request that left before it began, since the one before may have kept it', () => {
    const keeper = createKeeper(core);
    expect(keeper.keep(answer('before'))).toEqual(answer('before'));
    expect(keeper.keep({ ...answer('before'), phase: 'redirect', redirectUrl: 'https://www.shop.example/?q=ada' })).toBeNull();
  });

  it('answers of what was kept, and every hop of it', () => {
    const keeper = createKeeper(core);
    keeper.keep(request({ url: 'https://www.facebook.com/tr/?id=904417723301556&ev=Lead' }));
    expect(keeper.keep(answer('r'))).toEqual(answer('r'));
    expect(keeper.keep(request({ id: 'r1', hop: 1, url: 'https://elsewhere.example/pixel.gif' }))).not.toBeNull();
  });
});
