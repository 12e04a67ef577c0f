/** The audit's page: nothing but its script. */
export const auditDocument = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Audit</title><link rel="icon" href="data:,"></head>
<body><h1>Audit</h1><p>Sends tag requests in every way there is, each with a number.</p><script src="/assets/audit.js"></script></body></html>`;

/** A page of another host that sends one pixel from inside a frame. */
export function auditFrame(nonce: string): string {
  const known = nonce.replace(/\W/g, '');
  const address = `https://www.facebook.com/tr/?id=731904458812067&ev=AuditEvent&eid=${known}&nonce=${known}`;
  return `<!doctype html><html lang="en"><title>Frame</title><img alt="" width="1" height="1" src="${address.replaceAll('&', '&amp;')}"></html>`;
}
