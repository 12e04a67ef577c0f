import type { Decoded, DecodeRequest } from '../model';
import { cutAddress, hostIn } from './address';
import { googleCountryHosts, isGoogleCountryHost } from './google-hosts';
import { createHostIndex } from './host-index';
import { createHit, type Vendor } from './kit';

/** Says what requests are, by a list of vendors. */
export interface Decoder {
  decode(request: DecodeRequest): Decoded;
  mayBeTag(url: string): boolean;
}

export function createDecoder(vendors: readonly Vendor[]): Decoder {
  const byHost = createHostIndex(vendors.flatMap((vendor) => vendor.hosts.map((host) => ({ host, value: vendor }))));
  const shapes = vendors.flatMap(({ shape }) => (shape ? [shape] : []));
  const marked = anyOf(shapes.flatMap(({ marks }) => marks));
  const find = (host: string) => byHost.find(isGoogleCountryHost(host) ? googleCountryHosts : host);

  function read(request: DecodeRequest): Decoded | null {
    // A preflight and a look at headers carry no event.
    if (request.method === 'OPTIONS' || request.method === 'HEAD') return null;
    const address = cutAddress(request.url);
    if (!address) return null;
    const hit = createHit(request, address);
    const owners = find(address.host);
    for (const vendor of owners) {
      const decoded = vendor.decode(hit);
      if (decoded) return decoded;
    }
    // A vendor's own host never carries another one's first-party shape.
    if (owners.length > 0) return null;
    // An envelope may hide in the body of any address; those without a body must show a mark.
    if (request.body === undefined && !marked.test(request.url)) return null;
    for (const shape of shapes) {
      const decoded = shape.mayBe(request) ? shape.decode(hit) : null;
      if (decoded) return decoded;
    }
    return null;
  }

  return {
    decode(request) {
      let decoded: Decoded | null = null;
      try {
        decoded = read(request);
      } catch {
        // A decoder must not throw; should one do so all the same, the request is not lost.
      }
      const answer = decoded ?? noTag();
      return request.id === undefined ? answer : { id: request.id, ...answer };
    },
    mayBeTag(url) {
      if (find(hostIn(url)).length > 0) return true;
      if (!marked.test(url)) return false;
      const request = { method: 'GET', url };
      return shapes.some((shape) => shape.mayBe(request));
    },
  };
}

/** One pass over the text for all pieces. */
function anyOf(pieces: readonly string[]): RegExp {
  return new RegExp(pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|'));
}

function noTag(): Decoded {
  return { kind: 'none', vendor: null, events: [], parameters: [] };
}
