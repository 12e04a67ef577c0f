import type { DecodeRequest, RequestSignal } from '../model';

/** A request signal as a decoder takes it. Of a body of which only names were kept, nothing is handed over. */
export function toDecodeRequest(signal: RequestSignal): DecodeRequest {
  const { id, at, method, url, type, contentType, body, place, initiator } = signal;
  const page = place.url ?? initiator;
  return {
    id,
    at,
    method,
    url,
    resourceType: type,
    ...(contentType === undefined ? {} : { contentType }),
    ...(page === undefined ? {} : { initiatorPage: page }),
    ...bodyOf(body),
  };
}

function bodyOf(body: RequestSignal['body']): Partial<DecodeRequest> {
  switch (body?.form) {
    case 'text':
      return { body: body.text };
    case 'bytes':
      return { bodyBase64: body.base64 };
    case 'fields':
      return { bodyFields: body.fields };
    case 'unread':
      return { bodyUnread: body.why };
    default:
      return {};
  }
}
