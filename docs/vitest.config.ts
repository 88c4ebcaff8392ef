import { defineConfig } from 'vitest/config'

// They look at the built site; only one of them builds, a single package.
export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: 60_000 } })
