import { fileURLToPath } from 'node:url'
import { installApart, installedVersion } from '../../../../scripts/install-apart.ts'

const engines = new URL('../../engines/', import.meta.url)
export const enginesFolder: string = fileURLToPath(engines)

/** The version of a package in `engines/`, when it is installed as its package.json wants it. */
export const engineVersion = (name: string): string | undefined => installedVersion(engines, name)

/** Installs the runtimes that come from npm, unless they are there. What then is missing fails where it is needed. */
export async function installEngines(): Promise<void> {
  const failure = await installApart(engines)
  if (failure !== undefined) process.stderr.write(`${failure}\nNot all runtimes were installed.\n`)
}
