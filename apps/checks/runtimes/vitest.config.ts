import { defineConfig } from 'vitest/config'

// Type checks of everything take their time on a small machine, and memory: two at a time.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxConcurrency: 2,
    maxWorkers: 1,
  },
})
