import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemoServer, type DemoServer, siteHost } from './server';

let server: DemoServer;
beforeAll(async () => {
  server = await createDemoServer({ version: 'faulty' });
});
afterAll(() => server.close());

interface Asked {
  host?: string;
  method?: string;
  body?: string;
  destination?: string;
}

/** Asks the server as a browser would whose resolver maps every host to it. */
function ask(
  path: string,
  { host = siteHost, method = 'GET', body, destination }: Asked = {},
): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  const port = /\*:443 127\.0\.0\.1:(\d+)/.exec(server.browserArguments.join(' '))?.[1];
  return new Promise((resolve, reject) => {
    const headers = { host, ...(destination ? { 'sec-fetch-dest': destination } : {}) };
    const asked = request({ port, path, method, headers, rejectUnauthorized: false }, async (answer) => {
      let text = '';
      for await (const part of answer) text += part;
      resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const complete = 'name=Ada&email=ada%40example.org&postcode=BS1+4DJ';

describe('the demo server', () => {
  it.each(['/', '/quote', '/guides/heat-pump-costs', '/thank-you?ref=AH-1042', '/imprint'])(
    'serves %s with the site inline',
    async (path) => {
      const { status, text } = await ask(path);
      expect(status).toBe(200);
      expect(text).toContain('AW-604417725');
      expect(text).toContain('__tcfapiLocator');
    },
  );

  it('has no form but the newsletter on the thank-you page', async () => {
    const { text } = await ask('/thank-you');
    expect([...text.matchAll(/<form /g)]).toHaveLength(1);
    expect(text).toContain('action="/newsletter"');
  });

  it('takes a complete quote and leads to the thank-you page', async () => {
    const { status, headers } = await ask('/quote', { method: 'POST', body: complete });
    expect([status, headers.location]).toEqual([303, expect.stringMatching(/^\/thank-you\?ref=AH-\d+$/)]);
  });

  it.each([
    ['an empty name', 'name=+&email=ada%40example.org&postcode=BS1+4DJ', 'Please fill in: name.'],
    ['a strange postcode', 'name=Ada&email=ada%40example.org&postcode=12345', 'This postcode does not look like one of ours.'],
  ])('sends %s back with the form and a reason', async (_name, body, reason) => {
    const { status, text } = await ask('/quote', { method: 'POST', body });
    expect(status).toBe(422);
    expect(text).toContain(reason);
    expect(text).toContain('id="quote"');
  });

  it("serves the libraries under the vendors' addresses", async () => {
    const library = await ask('/en_GB/fbevents.js', { host: 'connect.facebook.net' });
    expect(library.headers['content-type']).toContain('javascript');
    expect(library.text).toContain('https://www.facebook.com/tr/');
  });

  it('answers as a collector would', async () => {
    const image = await ask('/tr/?id=1&ev=PageView', { host: 'www.facebook.com', destination: 'image' });
    expect(image.headers['content-type']).toBe('image/gif');
    expect((await ask('/g/collect', { host: 'www.google-analytics.com', method: 'POST' })).status).toBe(204);
    expect((await ask('/nowhere')).status).toBe(404);
  });

  it('redirects as often as it is asked to, each time with a nonce of its own', async () => {
    const first = await ask('/tr/?hops=1&nonce=n7', { host: 'www.facebook.com' });
    expect(first.headers.location).toBe('https://www.facebook.com/tr/?hops=0&nonce=n7-1');
  });

  it.each([
    ['the address', '/tr/?nonce=n1', undefined, 'n1'],
    ['parameters in the body', '/tr/', 'id=1&nonce=n2&ev=x', 'n2'],
    ['JSON', '/api', '{"properties":{"nonce":"n3"}}', 'n3'],
    ['parts', '/tr/', '--B\r\nContent-Disposition: form-data; name="nonce"\r\n\r\nn4\r\n--B--', 'n4'],
    ['no nonce', '/tr/?ev=nothing', undefined, null],
  ])('logs the nonce in %s', async (_name, path, body, nonce) => {
    await ask(path, { host: 'www.facebook.com', method: body ? 'POST' : 'GET', body });
    expect(server.log.at(-1)).toMatchObject({ host: 'www.facebook.com', nonce });
  });
});
