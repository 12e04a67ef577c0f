import { defineConfig } from 'vitest/config';

/**
 * Two projects: `unit` (beside the files, no browser) and `e2e` (a real browser with the built extension, one file at a time).
 * Test order is shuffled so that no test leans on another; the seed is printed.
 */
export default defineConfig({
  test: {
    sequence: { shuffle: { files: true, tests: true } },
    projects: [
      {
        extends: true,
        esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
        test: {
          name: 'unit',
          include: ['{lib,components,cli,entrypoints,test}/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { shuffle: false },
        },
      },
    ],
  },
});
