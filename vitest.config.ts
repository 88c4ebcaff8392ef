import { defineConfig } from 'vitest/config'

// For editors, and for `pnpm exec vitest packages/auth` from here. `pnpm check` runs each workspace's tests by itself.
export default defineConfig({ test: { projects: ['{packages,apps,apps/checks,tools}/*/vitest.config.ts'] } })
