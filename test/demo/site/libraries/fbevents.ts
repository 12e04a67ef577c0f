import '../globals';

/**
 * Stand-in for Meta's pixel library: `fbq('init')` and `fbq('track')` sent as the image requests Meta's pixel sends, with the copy
 * for the Attribution Reporting API beside each.
 */
const pixels = new Map<string, Record<string, string>>();
const sent: HTMLImageElement[] = [];
const startedAt = Date.now();

function call(...args: unknown[]): void {
  const [method, first, second, third] = args;
  if (method === 'init' && typeof first === 'string') pixels.set(first, (second ?? {}) as Record<string, string>);
  if (method === 'track' && typeof first === 'string')
    track(first, second as Record<string, unknown>, third as { eventID?: string });
}

function track(event: string, custom: Record<string, unknown> = {}, options: { eventID?: string } = {}): void {
  for (const [pixel, user] of pixels) {
    const query = new URLSearchParams({
      id: pixel,
      ev: event,
      dl: location.href,
      rl: document.referrer,
      if: 'false',
      ts: String(Date.now()),
    });
    for (const [key, value] of Object.entries(custom)) query.set(`cd[${key}]`, String(value));
    for (const [key, value] of Object.entries(user)) query.set(`ud[${key}]`, value);
    query.set('sw', String(screen.width));
    query.set('sh', String(screen.height));
    query.set('v', '2.9.349');
    query.set('r', 'stable');
    query.set('ec', String(sent.length));
    query.set('it', String(startedAt));
    if (options.eventID) query.set('eid', options.eventID);
    query.set('rqm', 'GET');
    image(`https://www.facebook.com/tr/?${query}`);
    image(`https://www.facebook.com/privacy_sandbox/pixel/register/trigger/?${query}`);
  }
}

function image(address: string): void {
  const made = new Image();
  made.src = address;
  sent.push(made);
}

const waiting = window.fbq.queue ?? [];
window.fbq.callMethod = call;
for (const args of waiting.splice(0)) call(...args);
