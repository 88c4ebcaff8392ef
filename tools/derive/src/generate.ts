import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { apiPackages, commonFile, readFile, readPackage, root } from './read-package.ts'
import { writeCommon, writePackage } from './write-package.ts'

/** All generated files by path; `undefined` for one that has to go. */
function generated(): Map<string, string | undefined> {
  const files = new Map<string, string | undefined>()
  const common = readFile(commonFile)
  files.set(join(root, 'packages/rest/src/generated/common.ts'), writeCommon(common))
  for (const name of apiPackages()) {
    const folder = join(root, 'packages', name, 'src/generated')
    for (const old of existsSync(folder) ? readdirSync(folder) : []) files.set(join(folder, old), undefined)
    for (const [file, text] of writePackage(readPackage(name), common)) files.set(join(folder, file), text)
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
