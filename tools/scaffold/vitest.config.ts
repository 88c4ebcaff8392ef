import { defineConfig } from 'vitest/config'

// One test writes into a copy of the workspace and runs the compiler and the tests there.
export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 60_000 } })
