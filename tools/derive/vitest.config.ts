import { defineConfig } from 'vitest/config'

// Reading fifty YAML files takes seconds.
export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: 60_000 } })
