import type { RequestSignal } from '../../lib/model';
import { words } from '../words';

/** A request as text: method and address, then its body as far as it was read. Never a link: a pixel's address fires it. */
export function rawOf(request: RequestSignal): string {
  const body = bodyOf(request);
  return `${request.method} ${request.url}${body ? `\n\n${body}` : ''}`;
}

function bodyOf({ body }: RequestSignal): string | null {
  if (!body) return null;
  switch (body.form) {
    case 'text':
      return body.text;
    case 'bytes':
      return body.base64;
    case 'fields':
      return body.fields.map(([name, value]) => `${name}=${value}`).join('\n');
    case 'names':
      return words.details.bodyNames(words.list(body.names));
    case 'unread':
      return words.details.bodyUnread(body.why);
  }
}
