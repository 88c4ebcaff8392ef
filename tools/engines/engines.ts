// The runtimes from npm: `apps/checks/runtimes/engines`, shared by the tests of several apps.
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { installApart, installedVersion } from '../install-apart.ts'

const engines = new URL('../../apps/checks/runtimes/engines/', import.meta.url)
export const enginesFolder: string = fileURLToPath(engines)

/** Returns the version of a package in `engines/`, if it is installed as required by its package.json. */
export const engineVersion = (name: string): string | undefined => installedVersion(engines, name)

/**
 * Returns the command of a runtime, `deno` or `bun`. Undefined if it is missing, so that its tests can be skipped; in
 * CI it is always returned, so that they fail.
 */
export const engineCommand = (name: string): string | undefined =>
  engineVersion(name) || process.env.CI ? join(enginesFolder, 'node_modules/.bin', name) : undefined

/** Installs the runtimes from npm, unless they are installed. If one is still missing, its tests fail. */
export async function installEngines(): Promise<void> {
  const failure = await installApart(engines)
  if (failure !== undefined) process.stderr.write(`${failure}\nNot all runtimes were installed.\n`)
}
