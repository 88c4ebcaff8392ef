import { defineConfig } from 'vitest/config'

// Each test runs the whole tour, which waits a second wherever the token endpoint asks for it.
export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: 60_000 } })
