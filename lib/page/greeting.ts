/**
 * How the script in the page's world and the one in ours find each other. DOM events cross worlds synchronously, and a `MessagePort`
 * is one object with a face in each world, so events dispatched on it reach both scripts and nobody who does not hold it.
 *
 * Whichever script comes second speaks first: the hook says `hook` once, when it starts; the bridge says `bridge`, with the port in it,
 * when it starts and when it hears a hook. Both run before any script of a top document, so there nobody can listen. A bridge that
 * comes late (child frames) is heard by the hook first, which lets no one else hear it; a page that greets by itself gets to know
 * what it did itself, and its word is never more than a claim (https://github.com/w3c/webextensions/issues/78).
 */
export const fromHook = 'tagwitness-hook';
export const fromBridge = 'tagwitness-bridge';

/** Events on the port. Hook → bridge: `wake` (reports wait), `batch` (a detail of JSON), `sent` (a request of the page), `form`. */
export const onPort = { wake: 'wake', batch: 'batch', sent: 'sent', form: 'form', pull: 'pull' } as const;
