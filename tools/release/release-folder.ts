import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { integrityOf, type Tarball } from './pack.ts'
import { repository } from './workspace.ts'

/** The folder where `release:dry` stores the checked tarballs, and their list in the order of publishing. */
export const releaseFolder: string = join(repository, 'release')
export const releaseFile: string = join(releaseFolder, 'release.json')

/** @throws if there was no dry run, or a tarball is not the one that it checked */
export async function readRelease(): Promise<readonly Tarball[]> {
  const text = await readFile(releaseFile, 'utf8').catch(() => {
    throw new Error('There is nothing to release. Run `pnpm release:dry` first.')
  })
  const tarballs = (JSON.parse(text) as Tarball[]).map((tarball) => ({
    ...tarball,
    file: join(releaseFolder, tarball.file),
  }))
  for (const { file, integrity } of tarballs) {
    if ((await integrityOf(file)) !== integrity)
      throw new Error(`${file} is not the tarball that \`pnpm release:dry\` checked.`)
  }
  return tarballs
}
