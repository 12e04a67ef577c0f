import type { Decoded, DecodeRequest, Json, VendorCall, VendorFacts } from '../../lib/model';

/**
 * Two invented vendors for tests of what stands on vendors. `pixel.example` says everything in its query: `ev` (name), `id` (accounts,
 * comma-separated), `eid` (event id), `cat` (category, else guessed from `ev`), `role`, `fold`, `label`, `auto`. `forms.example` receives forms.
 */
export const fakeVendors = { decode, mayBeTag: () => true, factsOf, readCall };

/** A hit of the invented vendor. */
export function hit(ev: string, query: Record<string, string> = {}): string {
  return `https://pixel.example/tr?${new URLSearchParams({ ev, id: '111', ...query })}`;
}

const categories: Record<string, Decoded['events'][number]['category']> = {
  Lead: 'lead',
  PageView: 'page_view',
  Contact: 'contact',
  Conversion: 'conversion',
};

function decode({ url, method }: DecodeRequest): Decoded {
  const none: Decoded = { kind: 'none', vendor: null, events: [], parameters: [] };
  if (!URL.canParse(url)) return none;
  const { hostname, searchParams } = new URL(url);
  if (hostname === 'broken.example') throw new Error('a decoder that breaks');
  if (hostname === 'forms.example' && method === 'POST') return lead('forms', searchParams);
  return hostname === 'pixel.example' ? lead('pixel', searchParams) : none;
}

function lead(vendor: string, query: URLSearchParams): Decoded {
  const name = query.get('ev') ?? 'Lead';
  const accounts = query.get('id')?.split(',') ?? [];
  const text = (key: string) => query.get(key) ?? undefined;
  const label = text('label');
  const eventId = text('eid');
  const category = (text('cat') as Decoded['events'][number]['category'] | undefined) ?? categories[name] ?? 'custom';
  return {
    kind: text('kind') === 'mirror' ? 'mirror' : 'event',
    vendor,
    accountId: accounts[0],
    accountIds: accounts,
    events: [{ name, category, ...(eventId === undefined ? {} : { eventId }), ...(label === undefined ? {} : { label }) }],
    parameters: [...query].map(([key, value]) => ({ key, value, source: 'query' as const })),
    ...(text('role') === undefined ? {} : { role: text('role') }),
    ...(text('fold') === undefined ? {} : { foldKey: text('fold') }),
    ...(text('auto') === undefined ? {} : { automatic: true }),
  };
}

function factsOf(id: string): VendorFacts | undefined {
  if (id !== 'pixel' && id !== 'forms') return undefined;
  return {
    id,
    name: id === 'pixel' ? 'Pixel' : 'Forms',
    mark: id === 'pixel' ? 'Px' : 'Fo',
    consent: { required: true, source: 'invented for tests' },
    oncePerPage: ['page_view'],
    dedup: { idName: 'eid', window: '48 hours', windowMs: 172_800_000, source: 'invented for tests' },
    aliases: { SubmitForm: ['Lead'] },
    ...(id === 'forms' ? { receivesForms: true } : {}),
  };
}

/** `px('track', 'Lead', { eid, account })`. */
function readCall({ api, args }: { api: string; args: Json[] }): VendorCall | null {
  if (api !== 'px' || args[0] !== 'track') return null;
  const options = args[2];
  const own = typeof options === 'object' && options !== null && !Array.isArray(options) ? options : {};
  return {
    vendor: 'pixel',
    kind: 'event',
    event: String(args[1]),
    ...(typeof own.eid === 'string' ? { eventId: own.eid } : {}),
    ...(typeof own.account === 'string' ? { accounts: [own.account] } : {}),
  };
}
