import { spawnSync } from 'node:child_process';
import { UsageError } from '../usage-error';

/** Installs Debian's chromium package, as root or through sudo. Throws a `UsageError` where that cannot be done. */
export function installBrowser(): void {
  const prefix = process.getuid?.() === 0 ? [] : ['sudo'];
  const steps = [
    ['apt-get', 'update', '-q'],
    ['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-liberation'],
  ];
  for (const step of steps) {
    const [command = '', ...args] = [...prefix, ...step];
    const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    if (status !== 0) throw new UsageError('A browser could not be installed here: install Chrome, Chromium or Edge yourself.');
  }
}
