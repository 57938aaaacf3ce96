import { resolve } from 'node:path'
import { WxtVitest } from 'wxt/testing/vitest-plugin'
import { defineConfig } from 'vitest/config'

const root = resolve(import.meta.dirname, '..')

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        plugins: [WxtVitest({ root })],
        test: {
          name: 'unit',
          environment: 'happy-dom',
          include: ['tests/{lib,components,entrypoints,lab}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/setup/unit.ts'],
          restoreMocks: true,
        },
      },
      {
        root,
        test: {
          name: 'repo',
          environment: 'node',
          include: ['tests/{repo,harness,bench}/**/*.test.ts'],
          // Some of them look at built extensions, which may have to be built first.
          hookTimeout: 180_000,
          testTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.e2e.ts'],
          // One real browser at a time: two would fight for two cores and time out for no fault of the product.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          retry: 0,
        },
      },
    ],
  },
})
