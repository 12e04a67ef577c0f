import '../globals';

/** Stand-in for TikTok's pixel library: takes over the queue and sends each event as the JSON document TikTok's pixel posts. */
const code = new URL((document.currentScript as HTMLScriptElement).src).searchParams.get('sdkid') ?? '';
let user: Record<string, string> = {};

const methods: Record<string, (...args: never[]) => void> = {
  page: () => send('Pageview', {}, {}),
  identify: (given: Record<string, string>) => {
    user = given;
  },
  track: (event: string, properties: Record<string, unknown> = {}, options: { event_id?: string } = {}) =>
    send(wireName(event), properties, options),
};

/** TikTok's library sends a call of `SubmitForm` as `Lead`. */
function wireName(event: string): string {
  return event === 'SubmitForm' ? 'Lead' : event;
}

function send(event: string, properties: Record<string, unknown>, options: { event_id?: string }): void {
  const body = {
    event,
    event_id: options.event_id ?? '',
    message_id: `messageId-${Date.now()}-${Math.floor(Math.random() * 9000) + 1000}-${code}`,
    is_onsite: false,
    timestamp: new Date().toISOString(),
    context: {
      ad: { sdk_env: 'external', jsb_status: 2 },
      device: { platform: 'pc' },
      user,
      pixel: { code, runtime: '1' },
      page: { url: location.href, referrer: document.referrer },
      library: { name: 'pixel.js', version: '2.2.1' },
    },
    properties,
  };
  navigator.sendBeacon('https://analytics.tiktok.com/api/v2/pixel', JSON.stringify(body));
}

const queue = window.ttq;
const waiting = queue.splice(0);
for (const [name, run] of Object.entries(methods)) Object.assign(queue, { [name]: run });
for (const [name, ...args] of waiting) methods[String(name)]?.(...(args as never[]));
