import { ScaffoldError, type Workspace } from './workspace.ts'

/**
 * Adds a sub-path to a package: to package.json and tsup.config.ts; the other manifests are derived from the former.
 */
export function addSubPath(workspace: Workspace, folder: string, path: string): void {
  workspace.edit(`${folder}/package.json`, (text) => {
    const manifest = JSON.parse(text)
    const { './package.json': last, ...exports } = manifest.exports
    const built = { types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` }
    manifest.exports = { ...exports, [`./${path}`]: built, './package.json': last }
    return `${JSON.stringify(manifest, null, 2)}\n`
  })
  workspace.edit(`${folder}/tsup.config.ts`, (text) => {
    const end = '\n})\n'
    if (!text.endsWith(end)) throw new ScaffoldError(`${folder}/tsup.config.ts does not end with its list of entries.`)
    return `${text.slice(0, -end.length)}\n  '${path}': 'src/${path}.ts',${end}`
  })
}
