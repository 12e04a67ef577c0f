import { describe, expect, it } from 'vitest';
import { bodyOf, createRequestMapper, type WebRequestDetails } from './web-request';

const details: WebRequestDetails = {
  requestId: '7',
  url: 'https://t.example/collect',
  method: 'POST',
  type: 'ping',
  tabId: 3,
  frameId: 0,
  documentId: 'D1',
  documentLifecycle: 'active',
  initiator: 'https://shop.example',
  timeStamp: 1000.5,
};
const bytes = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;

describe('bodyOf', () => {
  it.each([
    ['nothing', undefined, undefined],
    ['null', null, undefined],
    ['an empty object', {}, undefined],
    ['text', { raw: [{ bytes: bytes('{"a":"ü"}') }] }, { form: 'text', text: '{"a":"ü"}' }],
    ['text in several chunks, cut inside a letter', { raw: [...chunksOf('aü')] }, { form: 'text', text: 'aü' }],
    ['gzip', { raw: [{ bytes: new Uint8Array([0x1f, 0x8b, 8, 0]).buffer }] }, { form: 'bytes', base64: 'H4sIAA==' }],
    [
      'fields',
      { formData: { id: ['1'], ev: ['Lead', 'Lead2'] } },
      {
        form: 'fields',
        fields: [
          ['id', '1'],
          ['ev', 'Lead'],
          ['ev', 'Lead2'],
        ],
      },
    ],
    ['a field of bytes', { formData: { a: [bytes('x')] } }, { form: 'fields', fields: [['a', 'x']] }],
    ['a Blob', { error: 'Unknown error.' }, { form: 'unread', why: 'a Blob or a stream, which the browser does not hand over' }],
    ['a file alone', { raw: [{ file: '/tmp/x' }] }, { form: 'unread', why: 'a file, which the browser does not hand over' }],
    ['text around a file', { raw: [{ bytes: bytes('a') }, { file: 'x' }, { bytes: bytes('b') }] }, { form: 'text', text: 'ab' }],
  ])('reads %s', (_name, body, expected) => {
    expect(bodyOf(body as never)).toEqual(expected);
  });

  function chunksOf(text: string) {
    return [...new TextEncoder().encode(text)].map((byte) => ({ bytes: new Uint8Array([byte]).buffer }));
  }
});

describe('createRequestMapper', () => {
  it('gives a request and its answer one name, and each hop its own', () => {
    const mapper = createRequestMapper('s1');
    const first = mapper.request(details);
    const redirect = mapper.response({ ...details, statusCode: 302, redirectUrl: 'https://t.example/2' }, 'redirect');
    const second = mapper.request({ ...details, url: 'https://t.example/2' });
    const answer = mapper.response({ ...details, statusCode: 200 }, 'headers');
    const end = mapper.response({ ...details, statusCode: 200 }, 'completed');
    expect([first.id, redirect.id, second.id, answer.id, end.id]).toEqual([
      's1:7:0',
      's1:7:0:redirect',
      's1:7:1',
      's1:7:1:headers',
      's1:7:1:completed',
    ]);
    expect(new Set([first, redirect, second, answer, end].map((signal) => signal.requestId))).toEqual(new Set(['s1:7']));
  });

  it('begins at the first hop again when the request has ended', () => {
    const mapper = createRequestMapper('s1');
    mapper.request(details);
    mapper.response({ ...details, redirectUrl: 'x' }, 'redirect');
    mapper.response({ ...details, error: 'net::ERR_ABORTED' }, 'error');
    expect(mapper.request(details).hop).toBe(0);
  });

  it('keeps what the browser says of the place, and nothing it does not', () => {
    const { place, type, initiator } = createRequestMapper('s1').request(details);
    expect(place).toEqual({ tabId: 3, frameId: 0, documentId: 'D1', url: null, lifecycle: 'active' });
    expect([type, initiator]).toEqual(['ping', 'https://shop.example']);
    const worker = createRequestMapper('s1').request({
      ...details,
      tabId: -1,
      frameId: -1,
      documentId: undefined,
      documentLifecycle: undefined,
      type: 'webbundle',
    });
    expect(worker.place).toEqual({ tabId: null, frameId: null, documentId: null, url: null });
    expect(worker.type).toBe('other');
  });
});
