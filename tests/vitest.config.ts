import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/setup.ts'],
    // Real browsers on shared machines: what passes only the second time is reported as retried.
    retry: process.env['CI'] ? 1 : 0,
    pool: 'forks', // better-sqlite3 and workers with resource limits want processes of their own
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } }, // as long as Playwright waits: a second is short on two cores that are busy
  },
})
