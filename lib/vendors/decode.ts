import type { Decoded, DecodeRequest } from '../model';
import { cutAddress, hostIn } from './address';
import { googleCountryHosts, isGoogleCountryHost } from './google-hosts';
import { createHostIndex } from './host-index';
import type { Hit, Vendor } from './kit';

/** Says what requests are, by a list of vendors. */
export interface Decoder {
  decode(request: DecodeRequest): Decoded;
  mayBeTag(url: string): boolean;
}

export function createDecoder(vendors: readonly Vendor[]): Decoder {
  const byHost = createHostIndex(vendors.flatMap((vendor) => vendor.hosts.map((host) => ({ host, value: vendor }))));
  const shapes = vendors.flatMap(({ shape }) => (shape ? [shape] : []));
  const marked = anyOf(new Set(shapes.flatMap(({ marks }) => marks)));
  const find = (host: string) => byHost.find(isGoogleCountryHost(host) ? googleCountryHosts : host);

  function read(request: DecodeRequest): Decoded | null {
    // A preflight and a look at headers carry no event.
    if (request.method === 'OPTIONS' || request.method === 'HEAD') return null;
    const { url } = request;
    const owners = find(hostIn(url));
    // An envelope may hide in the body of any address; those without a body must show a mark.
    if (owners.length === 0 && request.body === undefined && request.bodyBase64 === undefined && !marked.test(url)) return null;
    const address = cutAddress(url);
    if (!address) return null;
    const hit: Hit = { request, address };
    for (const vendor of owners) {
      const decoded = vendor.decode(hit);
      if (decoded) return decoded;
    }
    // A vendor's own host never carries another one's first-party shape.
    if (owners.length > 0 || isLookAlike(address.host)) return null;
    for (const shape of shapes) {
      const decoded = shape.mayBe(request) ? shape.decode(hit) : null;
      if (decoded) return decoded;
    }
    return null;
  }

  /** A vendor's name in front of somebody else's: `www.facebook.com.evil.example`. */
  function isLookAlike(host: string): boolean {
    if (host.startsWith('www.google.')) return true;
    for (let dot = host.lastIndexOf('.'); dot > 0; dot = host.lastIndexOf('.', dot - 1)) {
      if (find(host.slice(0, dot)).length > 0) return true;
    }
    return false;
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
      const host = hostIn(url);
      if (find(host).length > 0) return true;
      if (!marked.test(url) || isLookAlike(host)) return false;
      const request = { method: 'GET', url };
      return shapes.some((shape) => shape.mayBe(request));
    },
  };
}

/** One pass over the text for all pieces. */
function anyOf(pieces: ReadonlySet<string>): RegExp {
  return new RegExp([...pieces].map((piece) => piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|'));
}

function noTag(): Decoded {
  return { kind: 'none', vendor: null, events: [], parameters: [] };
}
