import { cp, symlink, writeFile } from 'node:fs/promises'
import { basename, delimiter, join } from 'node:path'
import process from 'node:process'
import { run } from './run.ts'
import { listPackages, type Manifest, pendingChangesets, repository } from './workspace.ts'

/** Everything that is needed to version and pack. */
const parts = [
  'package.json',
  'pnpm-workspace.yaml',
  'pnpm-lock.yaml',
  'deno.json',
  '.changeset',
  'packages',
  'tools/sync/manifests.mjs',
]

/**
 * Copies the built workspace and applies the pending changesets to it with `changeset version`. The working tree stays
 * unchanged.
 */
export async function stageRelease(folder: string): Promise<void> {
  for (const part of parts) {
    // Links are kept, so that those in a package's node_modules lead to its siblings in the copy.
    await cp(join(repository, part), join(folder, part), { recursive: true, verbatimSymlinks: true })
  }
  await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'))
  await applyChangesets(folder)
  await prepareManifests(folder)
}

/** Creates new versions, a CHANGELOG.md for each package, and deno.json and jsr.json with the same versions. */
export async function applyChangesets(folder: string): Promise<void> {
  if ((await pendingChangesets(folder)).length === 0) return
  await run('changeset', ['version'], { cwd: folder, env: withOwnTools() })
  await run(process.execPath, ['tools/sync/manifests.mjs'], { cwd: folder })
}

/**
 * Removes fields from each package.json that are only for this repository. Otherwise a package would differ from its
 * published version as soon as a tool, or a sibling that its tests use, has a new version.
 */
async function prepareManifests(folder: string): Promise<void> {
  for (const { folder: place, manifest } of await listPackages(folder)) {
    const { devDependencies, scripts, ...published } = manifest
    const repository = published.repository ?? repositoryOf(`packages/${basename(place)}`)
    await writeFile(join(place, 'package.json'), `${JSON.stringify({ ...published, repository }, null, 2)}\n`)
  }
}

/** Provenance requires that a package names the repository whose workflow publishes it. */
function repositoryOf(directory: string): Manifest['repository'] {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env
  if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY) return undefined
  return { type: 'git', url: `git+${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}.git`, directory }
}

/** Puts the commands of the root's package.json first. */
function withOwnTools(): { readonly PATH: string } {
  return { PATH: `${join(repository, 'node_modules/.bin')}${delimiter}${process.env.PATH}` }
}
