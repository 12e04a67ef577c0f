interface HarRequest {
  url: string;
  method?: string;
  body?: string;
  /** Milliseconds after the page began. */
  after?: number;
  resourceType?: string;
}

const start = Date.UTC(2026, 10, 25, 9, 12, 4);

/** A HAR 1.2 of one page and its requests. */
export function sampleHar(requests: HarRequest[], page = 'https://www.alder.example/thank-you'): object {
  const entry = ({ url, method = 'GET', body, after = 500, resourceType = 'image' }: HarRequest): object => ({
    pageref: 'page_1',
    startedDateTime: new Date(start + after).toISOString(),
    time: 20,
    _resourceType: resourceType,
    request: {
      method,
      url,
      httpVersion: 'h2',
      headers: [{ name: 'Referer', value: 'https://www.alder.example/' }],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: body?.length ?? 0,
      ...(body === undefined ? {} : { postData: { mimeType: 'text/plain', text: body } }),
    },
    response: {
      status: 200,
      statusText: 'OK',
      httpVersion: 'h2',
      headers: [],
      cookies: [],
      content: { size: 43, mimeType: resourceType === 'document' ? 'text/html' : 'image/gif' },
      redirectURL: '',
      headersSize: -1,
      bodySize: 43,
    },
    cache: {},
    timings: { send: 1, wait: 18, receive: 1 },
  });
  return {
    log: {
      version: '1.2',
      creator: { name: 'test', version: '1' },
      pages: [{ id: 'page_1', startedDateTime: new Date(start).toISOString(), title: page, pageTimings: {} }],
      entries: [entry({ url: page, after: 0, resourceType: 'document' }), ...requests.map(entry)],
    },
  };
}

/** Two page views of one Meta pixel on one page: a duplicate, and no consent to be seen. */
export const twicePageView = sampleHar([
  {
    url: 'https://www.facebook.com/tr/?id=731904458812067&ev=PageView&dl=https%3A%2F%2Fwww.alder.example%2Fthank-you&fbp=fb.1.17.99887766',
    after: 300,
  },
  {
    url: 'https://www.facebook.com/tr/?id=731904458812067&ev=PageView&dl=https%3A%2F%2Fwww.alder.example%2Fthank-you&fbp=fb.1.17.99887766',
    after: 320,
  },
]);

export const onePageView = sampleHar([
  {
    url: 'https://www.facebook.com/tr/?id=731904458812067&ev=PageView&dl=https%3A%2F%2Fwww.alder.example%2Fthank-you',
    after: 300,
  },
]);
