import { describe, expect, it } from 'vitest';
import { extensionFolder } from '../../cli/browser/extension-folder';
import { findBrowser, noBrowserSentence } from '../../cli/browser/find-browser';
import { runAudit } from '../../cli/demo/audit';

const executablePath = findBrowser();
if (!executablePath) console.warn(`\nSKIPPED: the audit in a real browser. ${noBrowserSentence}\n`);

describe('the audit in a real browser', () => {
  it.skipIf(!executablePath)('lists everything that reached the server, once, on its page', async () => {
    const lines: string[] = [];
    const status = await runAudit({
      extensionPath: extensionFolder(),
      executablePath: executablePath ?? '',
      say: (line) => lines.push(line),
    });
    expect(status, lines.join('\n')).toBe(0);
  });
});
