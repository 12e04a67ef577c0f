import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '../../cli/project-root';
import { documentOf, gif, partOf, siteHost, tagAddress, tagHost } from './pages';
import { ways } from './ways';

/** One request that arrived at the tag's host. */
export interface Arrived {
  nonce: string;
  method: string;
  body: string;
}

export interface TransportServer {
  browserArguments: string[];
  /** Everything that reached the tag's host, preflights included. */
  arrived: Arrived[];
  close(): Promise<void>;
}

type Asked = IncomingMessage | Http2ServerRequest;
type Answered = ServerResponse | Http2ServerResponse;

/**
 * Every host on this machine, by HTTP/2 and HTTP/1.1: Chromium sends a stream and takes early hints by HTTP/2 only
 * (https://developer.chrome.com/docs/capabilities/web-apis/fetch-streaming-requests, https://developer.chrome.com/docs/web-platform/early-hints).
 */
export async function startTransportServer(): Promise<TransportServer> {
  const certificate = join(projectRoot(), 'test/demo/certificate');
  const [key, cert] = await Promise.all(['key.pem', 'certificate.pem'].map((name) => readFile(join(certificate, name))));
  const arrived: Arrived[] = [];
  const open = new Set<Socket | ServerHttp2Session>();
  const listener = (asked: Asked, answered: Answered) => void answer(asked, answered, arrived);
  const secure = createSecureServer({ key, cert, allowHTTP1: true }, listener);
  const plain = createServer(listener);
  for (const server of [secure, plain]) {
    server.on('connection', (socket: Socket) => remember(open, socket));
    server.on('upgrade', (asked: IncomingMessage, socket: Socket) => {
      note(asked, '', arrived);
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    });
  }
  secure.on('session', (session) => remember(open, session));
  const [securePort, plainPort] = await Promise.all([secure, plain].map((server) => listen(server as Server)));
  return {
    arrived,
    browserArguments: [
      '--ignore-certificate-errors',
      `--host-resolver-rules=MAP *:443 127.0.0.1:${securePort}, MAP *:80 127.0.0.1:${plainPort}, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
    ],
    async close() {
      for (const one of open) one.destroy();
      await Promise.all([secure, plain].map((server) => new Promise((done) => void server.close(done))));
    },
  };
}

function remember<T extends Socket | ServerHttp2Session>(open: Set<Socket | ServerHttp2Session>, one: T): void {
  open.add(one);
  one.on('close', () => open.delete(one));
  one.on('error', () => open.delete(one));
}

async function answer(asked: Asked, answered: Answered, arrived: Arrived[]): Promise<void> {
  const parts: Buffer[] = [];
  try {
    for await (const part of asked) parts.push(part as Buffer);
  } catch {
    return;
  }
  const url = note(asked, Buffer.concat(parts).toString('utf8'), arrived);
  const say = (status: number, headers: Record<string, string>, body: string | Uint8Array = '') => {
    const open = {
      'cache-control': url.hostname === tagHost ? 'max-age=600' : 'no-store',
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
    };
    (answered as ServerResponse).writeHead(status, { ...open, ...headers });
    (answered as ServerResponse).end(body);
  };
  if (url.hostname === tagHost) {
    sayTag(url, say);
    return;
  }
  const [, kind, id, name] = url.pathname.split('/');
  const way = ways.find((one) => one.id === id);
  const nonce = url.searchParams.get('nonce') ?? '';
  if (kind === 'part' && way) {
    const { type, text } = partOf(way, name ?? '', nonce);
    say(200, { 'content-type': type, 'service-worker-allowed': '/' }, text);
  } else if (kind === 'way' && way) {
    if (way.hints) await hint(answered, nonce);
    say(200, { 'content-type': 'text/html', ...way.headers }, documentOf(way, nonce));
  } else say(200, { 'content-type': 'text/html' }, '<!doctype html><link rel="icon" href="data:,"><title>Elsewhere</title>');
}

function hint(answered: Answered, nonce: string): Promise<void> {
  const link = `<${tagAddress(nonce)}>; rel=preload; as=image`;
  return new Promise((done) => {
    if ('createPushResponse' in answered) {
      answered.writeEarlyHints({ link });
      done();
    } else answered.writeEarlyHints({ link }, done);
  });
}

/** Notes what reached the tag's host, and returns the address that was asked for. */
function note(asked: Asked, body: string, arrived: Arrived[]): URL {
  const authority = asked.headers[':authority'] ?? asked.headers.host ?? siteHost;
  const url = new URL(asked.url ?? '/', `https://${authority}`);
  const nonce = url.searchParams.get('eid');
  if (url.hostname === tagHost && nonce !== null) arrived.push({ nonce, method: asked.method ?? 'GET', body });
  return url;
}

type Say = (status: number, headers: Record<string, string>, body?: string | Uint8Array) => void;

/** An image unless the address asks for a script, a document, or to be sent on. */
function sayTag(url: URL, say: Say): void {
  const hops = Number(url.searchParams.get('hops') ?? 0);
  const wanted = url.searchParams.get('answer');
  if (hops > 0) {
    url.searchParams.set('hops', String(hops - 1));
    say(Number(url.searchParams.get('status') ?? 302), { location: url.href });
  } else if (wanted === 'script') say(200, { 'content-type': 'text/javascript' }, 'export {};');
  else if (wanted === 'html') say(200, { 'content-type': 'text/html' }, '<!doctype html><title>Tag</title>');
  else say(200, { 'content-type': 'image/gif' }, gif);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
