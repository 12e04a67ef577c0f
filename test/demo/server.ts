import { readFile } from 'node:fs/promises';
import {
  createServer as createHttp,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '../../cli/project-root';
import { type Answer, createSite, type SiteVersion } from './answers';

/** One request as the server saw it. */
export interface LoggedRequest {
  /** Epoch milliseconds. */
  at: number;
  method: string;
  url: string;
  host: string;
  path: string;
  /** Value of a parameter `nonce` in the address or the body, by which an audit knows its own requests again. */
  nonce: string | null;
  body: string;
}

export interface DemoServer {
  version: SiteVersion;
  /** Address of the site's first page. */
  home: string;
  /** All requests so far, preflights included, oldest first. */
  log: LoggedRequest[];
  /** Where it listens. */
  ports: { secure: number; plain: number };
  /** Chromium arguments that map every host to this server and accept its certificate. */
  browserArguments: string[];
  close(): Promise<void>;
}

export const siteHost = 'www.alderbrook-heat.example';

/**
 * Starts the invented business on loopback, in its faulty or its repaired version, together with the hosts of the vendors it uses.
 * `port` is the one for https (0, the default, takes a free one); http gets a free one.
 */
export async function createDemoServer({ port = 0, version }: { port?: number; version: SiteVersion }): Promise<DemoServer> {
  const certificate = join(projectRoot(), 'test/demo/certificate');
  const [key, cert, site] = await Promise.all([
    readFile(join(certificate, 'key.pem')),
    readFile(join(certificate, 'certificate.pem')),
    createSite(version),
  ]);
  const log: LoggedRequest[] = [];
  const listener: RequestListener = (request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  };
  const secure = createHttps({ key, cert }, listener);
  const plain = createHttp(listener);
  const [securePort, plainPort] = await Promise.all([listen(secure, port), listen(plain, 0)]);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = Date.now();
    const body = await readBody(request);
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const url = new URL(request.url ?? '/', `${'encrypted' in request.socket ? 'https' : 'http'}://${host}`);
    const method = request.method ?? 'GET';
    log.push({ at, method, url: url.href, host, path: url.pathname, nonce: nonceOf(url, body), body });
    send(response, site.answer({ method, host, url, body, destination: String(request.headers['sec-fetch-dest'] ?? '') }));
  }

  return {
    version,
    home: `https://${siteHost}/`,
    log,
    ports: { secure: securePort, plain: plainPort },
    browserArguments: [
      '--ignore-certificate-errors',
      `--host-resolver-rules=MAP *:443 127.0.0.1:${securePort}, MAP *:80 127.0.0.1:${plainPort}, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
    ],
    close: async () => {
      await Promise.all([close(secure), close(plain)]);
    },
  };
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, {
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
    'access-control-allow-headers': '*',
    'content-type': answer.type,
    ...answer.headers,
  });
  response.end(answer.body);
}

function nonceOf(url: URL, body: string): string | null {
  return url.searchParams.get('nonce') ?? /\bnonce["'=:\s]+(?:[\w-]*\r?\n\r?\n)?([\w-]+)/.exec(body)?.[1] ?? null;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
