import { installEngines } from '../../../../tools/engines/engines.ts'

/** Installs Deno, Bun and Chromium from npm before the first test. */
export const setup: () => Promise<void> = installEngines
