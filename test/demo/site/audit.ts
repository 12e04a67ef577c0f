import type { AuditPlan } from '../audit-plan';

/**
 * The audit's page: sends one tag request for each way there is, each with the nonce the plan names. Every way goes to a real vendor's
 * address in that vendor's format, so that it must be listed as a fire.
 */
declare global {
  interface Window {
    runAudit(plan: AuditPlan[]): Promise<void>;
  }
}

const pixel = 'https://www.facebook.com/tr/';
const tiktok = 'https://analytics.tiktok.com/api/v2/pixel';
const kept: unknown[] = [];

function address(nonce: string, more = ''): string {
  return `${pixel}?${parameters(nonce)}${more}`;
}

function parameters(nonce: string): string {
  return `id=731904458812067&ev=AuditEvent&dl=${encodeURIComponent(location.href)}&eid=${nonce}&nonce=${nonce}`;
}

function formData(nonce: string): FormData {
  const data = new FormData();
  for (const [name, value] of new URLSearchParams(parameters(nonce))) data.set(name, value);
  return data;
}

function json(nonce: string): string {
  return JSON.stringify({
    event: 'AuditEvent',
    event_id: nonce,
    context: { pixel: { code: 'CALDERBROOK0HEATPUMP' }, page: { url: location.href } },
    properties: { nonce },
  });
}

const ways: Record<string, (nonce: string) => unknown> = {
  image: (nonce) => {
    const image = new Image();
    image.src = address(nonce);
    kept.push(image);
  },
  fetch: (nonce) => fetch(address(nonce), { mode: 'no-cors' }),
  'fetch keepalive': (nonce) => fetch(address(nonce), { mode: 'no-cors', method: 'POST', keepalive: true }),
  'fetch text': (nonce) => fetch(tiktok, { mode: 'no-cors', method: 'POST', body: json(nonce) }),
  'fetch Blob': (nonce) =>
    fetch(tiktok, { mode: 'no-cors', method: 'POST', body: new Blob([json(nonce)], { type: 'text/plain' }) }),
  XHR: (nonce) => {
    const request = new XMLHttpRequest();
    request.open('GET', address(nonce));
    request.send();
  },
  'XHR Blob': (nonce) => {
    const request = new XMLHttpRequest();
    request.open('POST', tiktok);
    request.send(new Blob([json(nonce)], { type: 'text/plain' }));
  },
  'beacon string': (nonce) => navigator.sendBeacon(tiktok, json(nonce)),
  'beacon FormData': (nonce) => navigator.sendBeacon(pixel, formData(nonce)),
  'beacon Blob': (nonce) => navigator.sendBeacon(tiktok, new Blob([json(nonce)], { type: 'text/plain' })),
  'form into iframe': (nonce) => {
    const frame = document.createElement('iframe');
    frame.name = `frame-${nonce}`;
    frame.hidden = true;
    const form = document.createElement('form');
    Object.assign(form, { action: pixel, method: 'post', target: frame.name, hidden: true });
    for (const [name, value] of formData(nonce)) {
      const input = document.createElement('input');
      input.name = name;
      input.value = String(value);
      form.append(input);
    }
    document.body.append(frame, form);
    form.submit();
  },
  'redirect chain': (nonce) => {
    const image = new Image();
    image.src = address(nonce, '&hops=2');
    kept.push(image);
  },
  worker: (nonce) => {
    const code = `fetch(${JSON.stringify(address(nonce))}, { mode: 'no-cors' })`;
    kept.push(new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))));
  },
  'cross-origin frame': (nonce) =>
    new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.src = `https://partner.alderbrook-heat.example/audit-frame?nonce=${nonce}`;
      frame.onload = resolve;
      document.body.append(frame);
    }),
  'route change': (nonce) =>
    new Promise((resolve) => {
      history.pushState({}, '', `/audit/route-${nonce}`);
      const image = new Image();
      image.onload = resolve;
      image.onerror = resolve;
      image.src = address(nonce);
    }),
  pagehide: (nonce) => addEventListener('pagehide', () => navigator.sendBeacon(tiktok, json(nonce)), { once: true }),
};

window.runAudit = async (plan) => {
  for (const { way, nonce } of plan) {
    await ways[way]?.(nonce);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
