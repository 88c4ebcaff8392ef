// The runtimes that come from npm: `apps/checks/runtimes/engines`, which the tests of several apps share.
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { installApart, installedVersion } from '../install-apart.ts'

const engines = new URL('../../apps/checks/runtimes/engines/', import.meta.url)
export const enginesFolder: string = fileURLToPath(engines)

/** The version of a package in `engines/`, when it is installed as its package.json wants it. */
export const engineVersion = (name: string): string | undefined => installedVersion(engines, name)

/**
 * The command of a runtime, `deno` or `bun`. Undefined where it is missing, so that its tests can be skipped; in CI it is
 * given all the same, so that they fail.
 */
export const engineCommand = (name: string): string | undefined =>
  engineVersion(name) || process.env.CI ? join(enginesFolder, 'node_modules/.bin', name) : undefined

/** Installs the runtimes that come from npm, unless they are there. What then is missing fails where it is needed. */
export async function installEngines(): Promise<void> {
  const failure = await installApart(engines)
  if (failure !== undefined) process.stderr.write(`${failure}\nNot all runtimes were installed.\n`)
}
