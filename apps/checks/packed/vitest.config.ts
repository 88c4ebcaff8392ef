import { defineConfig } from 'vitest/config'

// Packing and checking seven tarballs takes seconds each on a small machine.
export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } })
