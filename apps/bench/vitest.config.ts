import { defineConfig } from 'vitest/config'

// One test runs a small bench, the others simulate.
export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: 60_000 } })
