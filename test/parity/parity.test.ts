import { describe, expect, it } from 'vitest';
import { read } from '../house/source-files';
import { capabilities } from './capabilities';
import { parityPage } from './page';

describe('docs/parity.md', () => {
  it('is what test/parity/capabilities.ts says', async () => {
    await expect(parityPage()).toMatchFileSnapshot('../../docs/parity.md');
  });

  it.each(
    capabilities.flatMap(({ capability, chromium, firefox }) =>
      [chromium, firefox].flatMap((check) => ('not' in check ? [] : [{ capability, ...check }])),
    ),
  )('names a test that is there: $file, for "$capability"', ({ file, test }) => {
    expect(read(file)).toContain(test);
  });
});
