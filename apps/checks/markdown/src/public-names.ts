import { readdir, readFile } from 'node:fs/promises'

const packages = new URL('../../../../packages/', import.meta.url)

/**
 * Declares every public name of every package, so that examples need no import: in a doc comment, an import of the
 * documented name would only be noise.
 */
export async function declarePublicNames(): Promise<string> {
  const declared = new Map<string, string>()
  for (const folder of (await readdir(packages)).sort()) {
    const manifest = JSON.parse(await readFile(new URL(`${folder}/package.json`, packages), 'utf8'))
    for (const path of Object.keys(manifest.exports).filter((path) => path !== './package.json')) {
      const specifier = `${manifest.name}${path.slice(1)}`
      for (const name of Object.keys(await import(specifier))) {
        if (!declared.has(name)) declared.set(name, `declare const ${name}: typeof import('${specifier}').${name}`)
      }
    }
  }
  return [...declared.values(), ''].join('\n')
}
