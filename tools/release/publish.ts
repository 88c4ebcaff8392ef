import process from 'node:process'
import type { Tarball } from './pack.ts'
import { run } from './run.ts'

export interface PublishOptions {
  /** The command that is npm, and its first arguments. */
  readonly npm: readonly [command: string, ...args: string[]]
  /** Arguments for each call, such as which registry. */
  readonly args?: readonly string[]
  /** Told what happens. */
  readonly log: (line: string) => void
}

/**
 * Publishes packed packages, what others depend on first.
 *
 * A release that broke off is mended by publishing it again: what the registry has already, to the byte, is left alone.
 * Nothing is published when one of the versions is there with other content, nor when all of them are there: whoever
 * publishes a second time without a new version has made a mistake and is told.
 *
 * @throws when nothing can be published, and at the first package that the registry does not take.
 */
export async function publishAll(tarballs: readonly Tarball[], options: PublishOptions): Promise<void> {
  const missing: Tarball[] = []
  const changed: string[] = []
  const known = await Promise.all(tarballs.map((tarball) => publishedIntegrity(tarball, options)))
  for (const [index, tarball] of tarballs.entries()) {
    const published = known[index]
    if (published === undefined) missing.push(tarball)
    else if (published === tarball.integrity)
      options.log(`${label(tarball)} is published already, the same to the byte`)
    else changed.push(label(tarball))
  }
  if (changed.length > 0) {
    throw new Error(
      `${changed.join(', ')}: published already with other content. A published version never changes: add a changeset, let \`changeset version\` make new versions, and release those.`,
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

/** What the registry says of a version; undefined when it has none. Any other trouble is not taken for that. */
async function publishedIntegrity(tarball: Tarball, options: PublishOptions): Promise<string | undefined> {
  try {
    // Nothing but a line break where the package is known and the version is not.
    return (await npm(options, ['view', label(tarball), 'dist.integrity'])).trim() || undefined
  } catch (error) {
    if (error instanceof Error && error.message.includes('E404')) return undefined
    throw error
  }
}

function npm({ npm: [command, ...first], args = [] }: PublishOptions, what: readonly string[]): Promise<string> {
  return run(command, [...first, ...what, ...args], { cwd: process.cwd() })
}
