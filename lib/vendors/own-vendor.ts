import type { OwnVendor } from '../model';
import { createDictionary } from './dictionary';
import { isFirstParty, type Vendor } from './kit';
import { type PathKind, simpleVendor } from './simple';

/** A vendor that the user described in the settings: one request, one event, read by the names given there. */
export function ownVendor(described: OwnVendor): Vendor {
  const { id, name, hosts = [], path = '/', account = [], event = [], labels = {} } = described;
  const keys = [
    account,
    event,
    described.eventId,
    described.value,
    described.currency,
    described.orderId,
    described.pageUrl,
  ].flatMap((one) => one ?? []);
  const dictionary = createDictionary({
    ...Object.fromEntries(keys.map((key) => [key, null])),
    ...Object.fromEntries(Object.entries(labels).map(([key, label]) => [key, [label, 'event'] as const])),
  });
  const paths: PathKind[] = [{ path: toPattern(path), kind: 'event' }];
  const vendor = simpleVendor({
    facts: {
      id,
      name,
      mark: markOf(name),
      consent: { required: described.needsConsent ?? true, source: 'The settings of this user.' },
      oncePerPage: [],
    },
    hosts,
    paths,
    reading: {
      vendor: id,
      dictionary,
      account,
      mayLackAccount: account.length === 0,
      event,
      vocabulary: described.events ?? {},
      ...(event.length === 0 ? { unnamed: { name: 'event', category: 'custom' as const } } : {}),
      eventId: described.eventId ?? [],
      value: described.value ?? [],
      currency: described.currency ?? [],
      orderId: described.orderId ?? [],
      pageUrl: described.pageUrl ?? [],
    },
  });
  if (hosts.length > 0) return vendor;
  // Without hosts the path alone tells: it holds for any host, as the site’s own.
  const marks = [longestPiece(path)];
  const address = new RegExp(`^[a-z]+://[^/?#]+${toPattern(path).source.slice(1, -1)}(?:[?#]|$)`, 'i');
  vendor.shape = {
    marks,
    mayBe: ({ url }) => address.test(url),
    decode: (hit) => {
      const found = vendor.decode(hit);
      return found && { ...found, firstParty: isFirstParty(hit, found.pageUrl) };
    },
  };
  return vendor;
}

/** A path in which `*` stands for anything within it; one that ends in a slash stands for all below it. */
function toPattern(path: string): RegExp {
  const escaped = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^?#]*');
  return new RegExp(`^${escaped}${path.endsWith('/') ? '[^?#]*' : ''}$`);
}

function longestPiece(path: string): string {
  return path.split('*').reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}

/** Two letters for lists, the first of them large. */
function markOf(name: string): string {
  const letters = name.replace(/[^A-Za-z0-9]/g, '') || 'Own';
  return `${letters.charAt(0).toUpperCase()}${letters.charAt(1).toLowerCase() || 'x'}`;
}
