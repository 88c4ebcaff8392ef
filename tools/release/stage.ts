import { cp, symlink, writeFile } from 'node:fs/promises'
import { basename, delimiter, join } from 'node:path'
import process from 'node:process'
import { run } from './run.ts'
import { listPackages, type Manifest, pendingChangesets, repository } from './workspace.ts'

/** All that versions and packages are made of. */
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
 * Copies the built workspace and gives it the versions that the next release has: what `changeset version` makes of
 * the pending changesets. The working tree stays as it is.
 */
export async function stageRelease(folder: string): Promise<void> {
  for (const part of parts) {
    // Links stay as they are: those in a package's node_modules then lead to its siblings in the copy.
    await cp(join(repository, part), join(folder, part), { recursive: true, verbatimSymlinks: true })
  }
  await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'))
  await applyChangesets(folder)
  await prepareManifests(folder)
}

/** New versions, a CHANGELOG.md for each package, and deno.json and jsr.json with the same versions. */
export async function applyChangesets(folder: string): Promise<void> {
  if ((await pendingChangesets(folder)).length === 0) return
  await run('changeset', ['version'], { cwd: folder, env: withOwnTools() })
  await run(process.execPath, ['tools/sync/manifests.mjs'], { cwd: folder })
}

/**
 * Leaves out of each package.json what only serves this repository. A package would otherwise differ from what was
 * published under its version as soon as a tool, or a sibling that its tests use, has a new one.
 */
async function prepareManifests(folder: string): Promise<void> {
  for (const { folder: place, manifest } of await listPackages(folder)) {
    const { devDependencies, scripts, ...published } = manifest
    const repository = published.repository ?? repositoryOf(`packages/${basename(place)}`)
    await writeFile(join(place, 'package.json'), `${JSON.stringify({ ...published, repository }, null, 2)}\n`)
  }
}

/** Provenance is refused for a package that does not name the repository whose workflow published it. */
function repositoryOf(directory: string): Manifest['repository'] {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env
  if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY) return undefined
  return { type: 'git', url: `git+${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}.git`, directory }
}

/** The commands that the root's package.json brings come first. */
function withOwnTools(): { readonly PATH: string } {
  return { PATH: `${join(repository, 'node_modules/.bin')}${delimiter}${process.env.PATH}` }
}
