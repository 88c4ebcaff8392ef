import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { apiPackages, commonFile, readFile, readPackage, root } from './read-package.ts'
import { writeManifest } from './write-manifest.ts'
import { writeCommon, writePackage } from './write-package.ts'

/** Returns all generated files by path; undefined for one to delete. */
function generated(): Map<string, string | undefined> {
  const files = new Map<string, string | undefined>()
  const common = readFile(commonFile)
  files.set(join(root, 'packages/rest/src/generated/common.ts'), writeCommon(common))
  for (const name of apiPackages()) {
    const source = join(root, 'packages', name, 'src')
    for (const old of globSync('{generated,entries}/**/*.ts', { cwd: source })) files.set(join(source, old), undefined)
    const apiFiles = readPackage(name)
    for (const [file, text] of writePackage(name, apiFiles, common)) files.set(join(source, file), text)
    const manifest = join(root, 'packages', name, 'package.json')
    const resources = apiFiles.flatMap((file) => (file.resource ? [file.name] : []))
    files.set(manifest, writeManifest(readFileSync(manifest, 'utf8'), resources))
  }
  return files
}

/**
 * Writes the generated files, or with `check` only compares them.
 *
 * @returns The paths of those that differ.
 */
export function generate(options: { readonly check: boolean }): string[] {
  const differing: string[] = []
  for (const [path, text] of generated()) {
    const current = existsSync(path) ? readFileSync(path, 'utf8') : undefined
    if (current === text) continue
    differing.push(relative(root, path))
    if (options.check) continue
    if (text === undefined) rmSync(path)
    else {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
  }
  return differing
}
