import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What to say when there is none; a person can act on it. */
export const noBrowserSentence =
  'No Chrome, Chromium or Edge was found: install one (on Debian: apt-get install chromium), or name its program in TAGWITNESS_BROWSER.';

/** Command names on Linux, in order of preference. */
const commands = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

export interface FindBrowserOptions {
  env?: NodeJS.ProcessEnv;
  platform?: NodeJS.Platform;
  /** True when the path can be run; for tests. */
  isProgram?: (path: string) => boolean;
}

/** Path of a Chromium browser on this machine: `TAGWITNESS_BROWSER` when set, else where installers put it; `null` when there is none. */
export function findBrowser({
  env = process.env,
  platform = process.platform,
  isProgram = canRun,
}: FindBrowserOptions = {}): string | null {
  if (env.TAGWITNESS_BROWSER) return isProgram(env.TAGWITNESS_BROWSER) ? env.TAGWITNESS_BROWSER : null;
  return candidates(env, platform).find(isProgram) ?? null;
}

function candidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env.HOME ? [join(env.HOME, 'Applications')] : [])];
    return folders.flatMap((folder) => macApplications.map((application) => `${folder}/${application}`));
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder !== undefined);
    return windowsPrograms.flatMap((program) => folders.map((folder) => `${folder}\\${program}`));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
