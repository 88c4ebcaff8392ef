import { appendTo } from '../edit-code.ts'
import { editTable } from '../edit-table.ts'
import type { Workspace } from '../workspace.ts'
import type { Plan } from './plan.ts'

/** Gives a package a new sub-path: package.json and tsup.config.ts say so; deno.json is written from the former. */
export function addSubPath(
  workspace: Workspace,
  folder: string,
  subPath: string,
  source: string,
  types = source,
): void {
  workspace.edit(`${folder}/package.json`, (text) => {
    const manifest = JSON.parse(text)
    const { './package.json': last, ...exports } = manifest.exports
    const built = { types: `./dist/${types}.d.ts`, default: `./dist/${subPath}.js` }
    manifest.exports = { ...exports, [`./${subPath}`]: built, './package.json': last }
    return `${JSON.stringify(manifest, null, 2)}\n`
  })
  workspace.edit(`${folder}/tsup.config.ts`, (text) =>
    appendTo(text, 'export default library({', `  '${subPath}': 'src/${source}.ts',`),
  )
}

/** Names the operation in the README: in the table of resources, and in how many there are. */
export function addToReadme(workspace: Workspace, { api, resource, verb }: Plan): void {
  workspace.edit(`packages/${api}/README.md`, (text) =>
    editTable(text, 'Resource', (rows) => {
      const [name, method] = [`\`${resource}\``, `\`${verb}\``]
      if (!rows.some(([first]) => first === name)) return [...rows, [name, method]]
      return rows.map(([first = '', methods = '']) =>
        first === name ? [first, `${methods} ${method}`] : [first, methods],
      )
    }).replace(
      /\b(all) (\d+) operations/i,
      (_, all: string, count: string) => `${all} ${Number(count) + 1} operations`,
    ),
  )
}
