import type { ApiFile, OperationModel, ResourceModel } from './model.ts'
import { closure, type Located } from './read-package.ts'
import { head, literal } from './write-text.ts'

/** Writes routes, calls and shapes of one resource; of a file of shared types only the shapes. */
export function writeResource(file: ApiFile, files: readonly ApiFile[], common: ApiFile): string {
  const { resource, declarations } = file
  const used = closure(file, new Set(resource?.operations.flatMap(({ uses }) => [...uses])), files, common)
  return [
    head(`../api/${file.name}.ts`),
    ...(resource ? resourceLines(resource, file.name, used) : []),
    ...declarations.map(({ name, text }) => `export const ${name}: string = ${literal(text)}`),
    '',
  ].join('\n')
}

function resourceLines({ operations, code }: ResourceModel, fileName: string, used: readonly Located[]): string[] {
  const usesCommon = used.some(({ file }) => file === undefined)
  const own = used.filter(({ file }) => file !== undefined).map(({ declaration }) => declaration.name)
  const codeFiles = [...new Set(code.values())]
  const verbsIn = (file: string): string[] => [...code].filter(([, from]) => from === file).map(([verb]) => verb)
  const has = (word: RegExp): boolean => operations.some(({ route }) => word.test(route))
  // Code of `@x/rest` that the bundle of a resource without such operations does without.
  const kinds = ['cursor', 'offset', 'page', 'searchAfter'].filter((kind) => has(RegExp(` paging:${kind}\\b`)))
  const searches = kinds.length > 0 || has(/ bulk\b/)
  const waits = has(/ eventual\b/) ? ['waits'] : []
  const support = [...(searches ? ['checkFilter'] : []), ...kinds.map((kind) => `${kind}Paging`), ...waits]
  const paging = kinds.map((kind) => `, ${kind}: ${kind}Paging`).join('')
  const parts = [
    'routes',
    ...(searches ? [`searches: { checkFilter${paging} }`] : []),
    ...waits,
    ...(code.size > 0 ? [`code: { ${[...code.keys()].join(', ')} }`] : []),
  ].join(', ')
  return [
    // Types on lines of their own: such a line is gone from the bundle.
    "import type { ResourceRoutes, Texts } from '@x/rest'",
    ...(support.length > 0 ? [`import { ${support.join(', ')} } from '@x/rest'`] : []),
    "import type { ResourceTable } from '@x/rest/shapes'",
    ...(usesCommon ? ["import { commonShapes } from '@x/rest/shapes'"] : []),
    ...codeFiles.map((file) => `import { ${verbsIn(file).join(', ')} } from '${file}'`),
    ...importLines(fileName, used),
    '',
    `const routes: Texts = ${byVerb(operations, ({ route }) => route)}`,
    `const calls: Texts = ${byVerb(operations, ({ call }) => call)}`,
    `const shapes = (): Texts => ({ ${[...(usesCommon ? ['...commonShapes'] : []), ...own].join(', ')} })`,
    `export const unchecked: ResourceRoutes = { ${parts} }`,
    `export const checked: ResourceTable = { ${parts}, calls, shapes }`,
    '',
  ]
}

function importLines(fileName: string, used: readonly Located[]): string[] {
  const names = new Map<string, string[]>()
  for (const { declaration, file } of used) {
    if (file !== undefined && file !== fileName) names.set(file, [...(names.get(file) ?? []), declaration.name])
  }
  return [...names].sort().map(([from, list]) => `import { ${list.sort().join(', ')} } from './${from}.ts'`)
}

function byVerb(operations: readonly OperationModel[], value: (operation: OperationModel) => string): string {
  return `{\n${operations.map((operation) => `  ${operation.verb}: ${literal(value(operation))},`).join('\n')}\n}`
}
