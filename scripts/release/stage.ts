import { cp, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import process from 'node:process'
import { run } from './run.ts'
import { listPackages, pendingChangesets, repository } from './workspace.ts'

/** All that versions and packages are made of. */
const parts = [
  'package.json',
  'pnpm-workspace.yaml',
  'pnpm-lock.yaml',
  '.changeset',
  'packages',
  'scripts/sync-deno.mjs',
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
  await nameRepository(folder)
}

/** New versions, a CHANGELOG.md for each package, and deno.json and jsr.json with the same versions. */
export async function applyChangesets(folder: string): Promise<void> {
  if ((await pendingChangesets(folder)).length === 0) return
  await run('changeset', ['version'], { cwd: folder, env: withOwnTools() })
  await run(process.execPath, ['scripts/sync-deno.mjs'], { cwd: folder })
}

/** Provenance is refused for a package that does not name the repository it was built in, so it says where that is. */
async function nameRepository(folder: string): Promise<void> {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env
  if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY) return
  const url = `git+${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}.git`
  for (const { folder: place, manifest } of await listPackages(folder)) {
    if (manifest.repository !== undefined) continue
    const named = { ...manifest, repository: { type: 'git', url, directory: `packages/${basename(place)}` } }
    await writeFile(join(place, 'package.json'), `${JSON.stringify(named, null, 2)}\n`)
  }
}

/** The commands that the root's package.json brings come first. */
export function withOwnTools(): { readonly PATH: string } {
  return { PATH: `${join(repository, 'node_modules/.bin')}:${process.env.PATH}` }
}
