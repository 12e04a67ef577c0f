import { posix } from 'node:path';

/**
 * Which room a file stands in, and which rooms each may import from. The picture is in docs/ARCHITECTURE.md:
 * model → the pure rooms → analyse → session, rpc → platform, components → entrypoints; the command line beside them.
 */
const pureRooms = ['vendors', 'consent', 'ledger', 'rules', 'capture', 'page', 'report'] as const;

const mayImport: Record<string, readonly string[]> = {
  model: [],
  ...Object.fromEntries(pureRooms.map((room) => [room, ['model']])),
  analyse: ['model', ...pureRooms],
  session: ['model', ...pureRooms, 'analyse'],
  rpc: ['model', ...pureRooms, 'analyse'],
  platform: ['model', ...pureRooms, 'analyse', 'session', 'rpc'],
  components: ['model', ...pureRooms, 'analyse', 'session', 'rpc'],
  entrypoints: ['model', ...pureRooms, 'analyse', 'session', 'rpc', 'platform', 'components'],
  cli: ['model', ...pureRooms, 'analyse', 'session', 'rpc'],
};

/** Room of a path relative to the root, such as `lib/rules/kit.ts` → `rules`; null for files outside the house. */
export function roomOf(path: string): string | null {
  const [top, second] = path.split('/');
  if (top !== 'lib') return top !== undefined && top in mayImport ? top : null;
  return second === undefined ? null : second.replace(/\.ts$/, '');
}

/** Null when the door is open; otherwise one sentence that says what to do instead. */
export function closedDoor(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return closedDoorToPackage(from, specifier);
  const target = posix.normalize(posix.join(posix.dirname(from), specifier));
  const room = roomOf(from);
  const targetRoom = roomOf(target);
  if (room === null || targetRoom === null || room === targetRoom) return null;
  if (mayImport[room]?.includes(targetRoom)) return null;
  const pure = pureRooms as readonly string[];
  if (pure.includes(room) && pure.includes(targetRoom)) {
    return `${from} imports from ${targetRoom}/: pure rooms never import each other. Move the shared word down into lib/model, or pass the function in from lib/analyse.ts.`;
  }
  return `${from} imports from ${targetRoom}/: doors open one way only. Let ${targetRoom}/ import from ${room}/ instead, or take what you need as an argument.`;
}

function closedDoorToPackage(from: string, specifier: string): string | null {
  const browserApi = ['webextension-polyfill', 'wxt/browser', '@wxt-dev/browser'].includes(specifier);
  if (browserApi && roomOf(from) !== 'platform') {
    return `${from} imports ${specifier}: only lib/platform talks to the browser. Take a function from there, or an argument.`;
  }
  return null;
}
