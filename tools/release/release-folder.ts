import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { integrityOf, type Tarball } from './pack.ts'
import { repository } from './workspace.ts'

/** Where `release:dry` leaves the tarballs that it checked, and their list in the order in which they are published. */
export const releaseFolder: string = join(repository, 'release')
export const releaseFile: string = join(releaseFolder, 'release.json')

/** @throws when there is no dry run to go by, or a tarball is not the one that it checked. */
export async function readRelease(): Promise<readonly Tarball[]> {
  const text = await readFile(releaseFile, 'utf8').catch(() => {
    throw new Error('There is nothing to release. `pnpm release:dry` packs and checks it.')
  })
  const tarballs = (JSON.parse(text) as Tarball[]).map((tarball) => ({
    ...tarball,
    file: join(releaseFolder, tarball.file),
  }))
  for (const { file, integrity } of tarballs) {
    if ((await integrityOf(file)) !== integrity) throw new Error(`${file} is not what \`pnpm release:dry\` checked.`)
  }
  return tarballs
}
