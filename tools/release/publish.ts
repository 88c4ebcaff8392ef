import process from 'node:process'
import type { Tarball } from './pack.ts'
import { run } from './run.ts'

export interface PublishOptions {
  /** The npm command, and its first arguments. */
  readonly npm: readonly [command: string, ...args: string[]]
  /** Arguments for each call, such as which registry. */
  readonly args?: readonly string[]
  /** Called with each step. */
  readonly log: (line: string) => void
}

/**
 * Publishes packed packages, dependencies first.
 *
 * An interrupted release is completed by publishing it again: versions that the registry already has, byte for byte,
 * are skipped. Nothing is published if one of the versions exists with other content, or if all of them exist:
 * publishing again without a new version is an error.
 *
 * @throws if nothing can be published, and for the first package that the registry rejects
 */
export async function publishAll(tarballs: readonly Tarball[], options: PublishOptions): Promise<void> {
  const missing: Tarball[] = []
  const changed: string[] = []
  const known = await Promise.all(tarballs.map((tarball) => publishedIntegrity(tarball, options)))
  for (const [index, tarball] of tarballs.entries()) {
    const published = known[index]
    if (published === undefined) missing.push(tarball)
    else if (published === tarball.integrity) options.log(`${label(tarball)} is already published, byte for byte`)
    else changed.push(label(tarball))
  }
  if (changed.length > 0) {
    throw new Error(
      `${changed.join(', ')}: already published with other content. A published version never changes: add a changeset, create new versions with \`changeset version\`, and release those.`,
    )
  }
  if (missing.length === 0) {
    throw new Error(`Nothing to publish: the registry has all ${tarballs.length} versions already.`)
  }
  for (const tarball of missing) {
    await npm(options, ['publish', tarball.file, '--tag', tarball.version.includes('-') ? 'next' : 'latest'])
    options.log(`${label(tarball)} published`)
  }
}

const label = ({ name, version }: Tarball): string => `${name}@${version}`

/** Returns the registry's integrity of a version; undefined if it does not exist. Any other problem is an error. */
async function publishedIntegrity(tarball: Tarball, options: PublishOptions): Promise<string | undefined> {
  try {
    // Just a line break if the package is known but the version is not.
    return (await npm(options, ['view', label(tarball), 'dist.integrity'])).trim() || undefined
  } catch (error) {
    if (error instanceof Error && error.message.includes('E404')) return undefined
    throw error
  }
}

function npm({ npm: [command, ...first], args = [] }: PublishOptions, what: readonly string[]): Promise<string> {
  return run(command, [...first, ...what, ...args], { cwd: process.cwd() })
}
