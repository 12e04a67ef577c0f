import { defineConfig } from 'vitest/config';

/**
 * Three projects: `unit` (beside the files, no browser), `e2e` (Chromium with the built extension, one file at a time) and `e2e-firefox`
 * (the same in Firefox).
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
          exclude: ['test/{e2e,e2e-firefox}/**'],
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
      {
        extends: true,
        test: {
          name: 'e2e-firefox',
          include: ['test/e2e-firefox/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          sequence: { shuffle: false },
        },
      },
    ],
  },
});
