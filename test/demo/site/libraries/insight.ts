import '../globals';

/** Stand-in for LinkedIn's Insight Tag: a page view when it loads, a conversion per `lintrk('track')`, each with its `px4` copy. */
const partner = window._linkedin_partner_id;

function call(...args: unknown[]): void {
  const [method, options] = args;
  if (method !== 'track') return;
  const { conversion_id, event_id } = options as { conversion_id: string; event_id?: string };
  collect({ conversionId: conversion_id, ...(event_id ? { eventId: event_id } : {}) });
}

function collect(more: Record<string, string>): void {
  const query = new URLSearchParams({ v: '2', fmt: 'js', pid: partner, time: String(Date.now()), ...more, url: location.href });
  const script = document.createElement('script');
  script.async = true;
  script.src = `https://px.ads.linkedin.com/collect?${query}`;
  document.head.append(script);
  fetch(`https://px4.ads.linkedin.com/collect?${query}`, { mode: 'no-cors', keepalive: true }).catch(() => {});
}

const waiting = window.lintrk.q ?? [];
window.lintrk = call;
collect({});
for (const args of waiting.splice(0)) call(...args);
