import { addImport, appendTo } from '../edit-code.ts'
import { pascal } from '../names.ts'
import type { Workspace } from '../workspace.ts'
import { methodCode, routeCode, type Style, typeNames, typesCode, typesFile } from './code.ts'
import type { Plan } from './plan.ts'

/** Where the types of an operation are, from a file directly in `src`. */
export const typesPath = (plan: Plan): string => `./types/${typesFile(plan)}.ts`

/**
 * What all three packages do alike for an operation: its route, its method, and its types, which the package exports
 * and the resource's own entry too, where it is a file apart.
 */
export function addMethod(workspace: Workspace, plan: Plan, routes: string, style: Style, prefix = ''): void {
  const source = `packages/${plan.api}/src`
  const types = typeNames(plan)
  workspace.edit(`${source}/routes.ts`, (text) => appendTo(text, `export const ${routes} = {`, routeCode(plan)))
  workspace.edit(`${source}/resources/${plan.file}.ts`, (text) => {
    const next = appendTo(text, 'export interface ', methodCode(plan, style, prefix))
    return types.length > 0 ? addImport(next, `.${typesPath(plan)}`, types, 'type') : next
  })
  if (types.length === 0) return
  workspace.create(`${source}/types/${typesFile(plan)}.ts`, typesCode(plan, style))
  const line = `export type { ${types.join(', ')} } from '${typesPath(plan)}'\n`
  workspace.edit(`${source}/index.ts`, (text) => text + line)
  const entry = `${source}/${plan.file}.ts`
  if (workspace.has(entry)) workspace.edit(entry, (text) => text.replace('\n\n', `\n\n${line}`))
}

/** Makes a new resource part of the client, of the table and of what the package exports. */
export function addToClient(
  workspace: Workspace,
  { api, file, resource }: Plan,
  names: { readonly routes: string; readonly operations: string; readonly factory: string },
): void {
  const source = `packages/${api}/src`
  const type = pascal(resource)
  workspace.edit(`${source}/routes.ts`, (text) => `${text}\nexport const ${names.routes} = {\n} as const\n`)
  workspace.edit(`${source}/operations.ts`, (text) => {
    const next = appendTo(text, 'readonly Operation[] = [', `  ...${names.operations},`)
    return addImport(next, `./operations/${file}.ts`, [names.operations], 'value')
  })
  workspace.edit(`${source}/client.ts`, (text) => {
    const typed = appendTo(text, `export interface ${pascal(api)}Client {`, `  readonly ${resource}: ${type}`)
    const made = appendTo(typed, '  return {', `    ${resource}: ${names.factory}(transport),`)
    return addImport(made, `./resources/${file}.ts`, [`type ${type}`, names.factory], 'value')
  })
  workspace.edit(`${source}/index.ts`, (text) => `${text}export type { ${type} } from './resources/${file}.ts'\n`)
}
