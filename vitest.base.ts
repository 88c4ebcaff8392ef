import { defineConfig, type ViteUserConfig } from 'vitest/config'

type TestOptions = NonNullable<ViteUserConfig['test']>

/**
 * How every workspace is tested. A wait ends when what it waits for is there, so its limit only bounds one in vain:
 * it is long, because two busy cores take their time and no test measures any.
 */
export function suite(options: TestOptions = {}): ViteUserConfig {
  return defineConfig({
    test: {
      include: ['test/**/*.test.ts'],
      testTimeout: 60_000,
      hookTimeout: 60_000,
      expect: { poll: { timeout: 30_000 } },
      silent: 'passed-only',
      ...options,
    },
  })
}
