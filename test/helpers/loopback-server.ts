import { readFile } from 'node:fs/promises';
import { createServer as createHttp, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface Received {
  method: string;
  host: string;
  url: URL;
  body: string;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

export interface LoopbackServer {
  /** Where it listens. */
  ports: { secure: number; plain: number };
  /** Chromium arguments that map every host to this server and accept its certificate. */
  browserArguments: string[];
  close(): Promise<void>;
}

/** A server on this machine that every host is mapped to, over http and https. */
export async function startLoopbackServer(answer: (received: Received) => Answer | Promise<Answer>): Promise<LoopbackServer> {
  const certificate = new URL('../demo/certificate/', import.meta.url);
  const [key, cert] = await Promise.all([
    readFile(new URL('key.pem', certificate)),
    readFile(new URL('certificate.pem', certificate)),
  ]);
  const listener: RequestListener = async (request, response) => {
    const { status, headers, body } = await answer(await received(request));
    response.writeHead(status, {
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      ...headers,
    });
    response.end(body);
  };
  const servers = [createHttps({ key, cert }, listener), createHttp(listener)] as const;
  const [secure, plain] = await Promise.all([listen(servers[0]), listen(servers[1])]);
  return {
    ports: { secure, plain },
    browserArguments: [
      '--ignore-certificate-errors',
      `--host-resolver-rules=MAP *:443 127.0.0.1:${secure}, MAP *:80 127.0.0.1:${plain}, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
    ],
    async close() {
      await Promise.all(servers.map(stop));
    },
  };
}

async function received(request: IncomingMessage): Promise<Received> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const scheme = 'encrypted' in request.socket ? 'https' : 'http';
  return {
    method: request.method ?? 'GET',
    host,
    url: new URL(request.url ?? '/', `${scheme}://${host}`),
    body: Buffer.concat(parts).toString('utf8'),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
