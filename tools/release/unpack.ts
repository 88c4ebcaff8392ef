import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { run } from './run.ts'
import type { Manifest } from './workspace.ts'

/** The content of a tarball. */
export interface Contents {
  readonly manifest: Manifest
  /** The text of each file by its path in the package. */
  readonly files: ReadonlyMap<string, string>
}

export async function unpack(tarball: string): Promise<Contents> {
  const folder = await mkdtemp(join(tmpdir(), 'unpacked-'))
  try {
    await run('tar', ['-xzf', tarball, '-C', folder], { cwd: folder })
    const root = join(folder, 'package')
    const entries = await readdir(root, { recursive: true, withFileTypes: true })
    const files = new Map<string, string>()
    for (const entry of entries.filter((entry) => !entry.isDirectory())) {
      const path = join(entry.parentPath, entry.name)
      files.set(relative(root, path), await readFile(path, 'utf8'))
    }
    return { manifest: JSON.parse(files.get('package.json') ?? '{}') as Manifest, files }
  } finally {
    await rm(folder, { recursive: true })
  }
}
