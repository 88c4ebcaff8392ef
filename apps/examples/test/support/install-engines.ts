import { installEngines } from '../../../../tools/engines/engines.ts'

/** Deno, Bun and Chromium, before the first test: they come from npm. */
export const setup: () => Promise<void> = installEngines
