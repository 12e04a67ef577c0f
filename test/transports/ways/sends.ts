import type { Way } from '../way';

const fetched = (id: string, name: string, init: string, more: Partial<Way> = {}): Way => ({
  id,
  name,
  run: `await fetch(at, { method: 'POST', mode: 'no-cors', ${init} }).catch(() => {});`,
  body: 'read',
  gives: 'type xmlhttprequest, body as bytes',
  shows: 'fire',
  ...more,
});

const sent = (id: string, name: string, body: string, more: Partial<Way> = {}): Way => ({
  id,
  name,
  run: `const xhr = new XMLHttpRequest(); xhr.open('POST', at); await new Promise((done) => { xhr.onloadend = done; xhr.send(${body}); });`,
  body: 'read',
  gives: 'type xmlhttprequest, body as bytes',
  shows: 'fire',
  ...more,
});

const beacon = (id: string, name: string, body: string, more: Partial<Way> = {}): Way => ({
  id,
  name,
  run: `navigator.sendBeacon(at, ${body});`,
  body: 'read',
  gives: 'type ping, body as bytes',
  shows: 'fire',
  ...more,
});

const parsed = 'body as parsed fields';
const blob = 'body as an error without bytes';
const formFile = `(() => { const data = form(); data.append('file', new File(['x'], 'a.txt')); return data; })()`;
const posting = `<iframe name="away" hidden></iframe><form method="post" action="' + at + '" target="`;
const formEnd = `" hidden><input name="cd[probe]" value="' + nonce + '"><button></button></form>`;

/** Calls that send, with every kind of body. */
export const sends: readonly Way[] = [
  fetched('fetch-get', 'fetch GET', '', { run: `await fetch(at, { mode: 'no-cors' });`, body: undefined }),
  fetched('fetch-cors', 'fetch with preflight', '', {
    run: `await fetch(at, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ probe: nonce }) });`,
    gives: 'the request, and its preflight under an id of its own',
  }),
  fetched('fetch-string', 'fetch string', 'body: text'),
  fetched('fetch-json', 'fetch JSON', 'body: JSON.stringify({ probe: nonce })'),
  fetched('fetch-params', 'fetch URLSearchParams', 'body: new URLSearchParams(text)', { gives: parsed }),
  fetched('fetch-form', 'fetch FormData', 'body: form()', { gives: parsed }),
  fetched('fetch-file', 'fetch FormData with a file', `body: ${formFile}`, { gives: 'the bytes around the file' }),
  fetched('fetch-blob', 'fetch Blob', `body: new Blob([text], { type: 'text/plain' })`, { gives: blob }),
  fetched('fetch-buffer', 'fetch ArrayBuffer', 'body: new TextEncoder().encode(text)'),
  fetched('fetch-stream', 'fetch stream', '', {
    run: `await fetch(at, { method: 'POST', duplex: 'half', body: new Blob([text]).stream() }).catch(() => {});`,
    body: 'unread',
    gives: blob,
    why: {
      words: 'a stream can be read once, and by the page’s own request; reading along would change what the page sends',
      source: 'https://fetch.spec.whatwg.org/#body-tee',
    },
  }),
  fetched('fetch-request', 'fetch of a Request', '', {
    run: `await fetch(new Request(at, { method: 'POST', mode: 'no-cors', body: text }));`,
  }),
  fetched('fetch-request-blob', 'fetch of a Request with a Blob', '', {
    run: `await fetch(new Request(at, { method: 'POST', mode: 'no-cors', body: new Blob([text]) }));`,
    gives: blob,
  }),
  fetched('fetch-keepalive', 'fetch keepalive', 'keepalive: true, body: text'),
  fetched('fetch-later', 'fetchLater', '', {
    run: `globalThis.fetchLater?.(at, { method: 'POST', body: text, activateAfter: 0 });`,
    gives: 'type xmlhttprequest or ping, body as bytes',
  }),
  sent('xhr-string', 'XHR string', 'text'),
  sent('xhr-document', 'XHR Document', `new DOMParser().parseFromString('<probe>' + nonce + '</probe>', 'text/xml')`),
  sent('xhr-blob', 'XHR Blob', 'new Blob([text])', { gives: blob }),
  sent('xhr-form', 'XHR FormData', 'form()', { gives: parsed }),
  sent('xhr-sync', 'XHR sync', '', { run: `const xhr = new XMLHttpRequest(); xhr.open('POST', at, false); xhr.send(text);` }),
  beacon('beacon-string', 'sendBeacon string', 'text'),
  beacon('beacon-blob', 'sendBeacon Blob', `new Blob([text], { type: 'text/plain' })`, { gives: blob }),
  beacon('beacon-form', 'sendBeacon FormData', 'form()', { gives: parsed }),
  beacon('beacon-params', 'sendBeacon URLSearchParams', 'new URLSearchParams(text)', { gives: parsed }),
  beacon('beacon-buffer', 'sendBeacon ArrayBuffer', 'new TextEncoder().encode(text).buffer'),
  beacon('beacon-empty', 'sendBeacon without body', '', { run: 'navigator.sendBeacon(at);', body: undefined, gives: blob }),
  {
    id: 'event-source',
    name: 'EventSource',
    run: 'keep.push(new EventSource(at));',
    gives: 'type xmlhttprequest',
    shows: 'fire',
  },
  {
    id: 'web-socket',
    name: 'WebSocket',
    run: `keep.push(new WebSocket(at.replace('https', 'wss')));`,
    gives: 'the handshake, type websocket; messages never',
    shows: 'fire',
  },
  {
    id: 'link-ping',
    name: 'ping of a link',
    run: `add('<iframe name="away" hidden></iframe><a target="away" href="about:blank" ping="' + at + '">go</a>'); document.querySelector('a').click();`,
    gives: 'type ping',
    shows: 'fire',
  },
  {
    id: 'form-frame',
    name: 'form into a hidden frame',
    run: `add('${posting}away${formEnd}'); document.forms[0].submit();`,
    body: 'read',
    gives: 'type sub_frame, body as parsed fields',
    shows: 'fire',
  },
  {
    id: 'form-request-submit',
    name: 'requestSubmit()',
    run: `add('${posting}away${formEnd}'); document.forms[0].requestSubmit();`,
    body: 'read',
    gives: 'type sub_frame, body as parsed fields',
    shows: 'fire',
  },
  {
    id: 'form-blank',
    name: 'form into a new tab',
    run: `add('${posting}_blank${formEnd}'); document.forms[0].submit();`,
    body: 'read',
    page: 'any',
    gives: 'type main_frame in the new tab, body as parsed fields',
    shows: 'fire',
  },
  {
    id: 'window-open',
    name: 'window.open()',
    run: `keep.push(window.open(at));`,
    page: 'any',
    gives: 'type main_frame in the new tab',
    shows: 'fire',
  },
];
