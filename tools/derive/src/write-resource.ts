import type { ShapeGroup } from './group-shapes.ts'
import type { ApiFile, OperationModel, ResourceModel } from './model.ts'
import type { Located } from './read-package.ts'
import { head, lines, literal } from './write-text.ts'

/**
 * Writes routes, calls and shapes of one resource; only shapes for a file of shared types.
 *
 * @param used - The types that the operations refer to.
 */
export function writeResource(file: ApiFile, used: readonly Located[], groups: readonly ShapeGroup[]): string {
  const { resource, name } = file
  const own = groups.filter((group) => group.file === name)
  const needed = groups.filter(({ declarations }) => used.some(({ declaration }) => declarations.includes(declaration)))
  const usesCommon = used.some((one) => one.file === undefined)
  return [
    head(`../api/${name}.ts`),
    ...(resource ? resourceLines(resource, name, needed, usesCommon) : []),
    ...own.map(({ name, declarations }) => `export const ${name}: string = ${shapeLines(declarations)}`),
    '',
  ].join('\n')
}

/** Writes types as a text with a line for each. */
export function shapeLines(declarations: ShapeGroup['declarations']): string {
  return lines(declarations.map(({ name, text }) => `${name} ${text}`))
}

function resourceLines(
  { operations, code }: ResourceModel,
  fileName: string,
  needed: readonly ShapeGroup[],
  usesCommon: boolean,
): string[] {
  const texts = [...(usesCommon ? ['commonShapes'] : []), ...needed.map(({ name }) => name)]
  const codeFiles = [...new Set(code.values())]
  const verbsIn = (file: string): string[] => [...code].filter(([, from]) => from === file).map(([verb]) => verb)
  const has = (word: RegExp): boolean => operations.some(({ route }) => word.test(route))
  // Code of `@x/rest` that bundles of resources without such operations do not contain.
  const kinds = ['cursor', 'offset', 'page', 'searchAfter'].filter((kind) => has(RegExp(` paging:${kind}\\b`)))
  const checkFilter = has(/ bulk\b/) ? 'checkBulkFilter' : kinds.length > 0 ? 'checkFilter' : undefined
  const waits = has(/ eventual\b/) ? ['waits'] : []
  const formats = [
    ...(has(/ form\b/) ? [['writeForm', 'toFormData']] : []),
    ...(has(/ bytes\b/) ? [['readBytes', 'toBinaryResponse']] : []),
  ]
  const support = [
    ...(usesCommon ? ['commonShapes'] : []),
    'readTexts',
    ...formats.map(([, code]) => code),
    ...(checkFilter ? [checkFilter] : []),
    ...kinds.map((kind) => `${kind}Paging`),
    ...waits,
  ]
  const paging = kinds.map((kind) => `, ${kind}: ${kind}Paging`).join('')
  const base = commonBase(operations)
  const parts = [
    'routes',
    ...(base ? ['base'] : []),
    ...(checkFilter
      ? [`searches: { ${checkFilter === 'checkFilter' ? checkFilter : `checkFilter: ${checkFilter}`}${paging} }`]
      : []),
    ...waits,
    ...(formats.length > 0 ? [`formats: { ${formats.map(([name, code]) => `${name}: ${code}`).join(', ')} }`] : []),
    ...(code.size > 0 ? [`code: { ${[...code.keys()].join(', ')} }`] : []),
  ].join(', ')
  return [
    // Type imports on separate lines, which are removed from the bundle.
    "import type { ResourceRoutes, Texts } from '@x/rest'",
    `import { ${support.join(', ')} } from '@x/rest'`,
    "import type { ResourceTable } from '@x/rest/shapes'",
    ...codeFiles.map((file) => `import { ${verbsIn(file).join(', ')} } from '${file}'`),
    ...importLines(fileName, needed),
    '',
    ...(base ? [`const base = ${literal(base)}`] : []),
    `const routes: Texts = ${byVerb(operations, ({ route }) => writeRoute(route, base))}`,
    `const calls: Texts = ${byVerb(
      operations.filter(({ call }) => call),
      ({ call }) => call,
    )}`,
    `const shapes = (): Texts => readTexts(${texts.join(', ')})`,
    `export const unchecked: ResourceRoutes = { ${parts} }`,
    `export const checked: ResourceTable = { ${parts}, calls, shapes }`,
    '',
  ]
}

function importLines(fileName: string, needed: readonly ShapeGroup[]): string[] {
  const names = new Map<string, string[]>()
  for (const { name, file } of needed) {
    if (file !== fileName) names.set(file, [...(names.get(file) ?? []), name])
  }
  return [...names].sort().map(([from, list]) => `import { ${list.sort().join(', ')} } from './${from}.ts'`)
}

function byVerb(operations: readonly OperationModel[], textOf: (operation: OperationModel) => string): string {
  return `{\n${operations.map((operation) => `  ${operation.verb}: ${literal(textOf(operation))},`).join('\n')}\n}`
}

/** Returns the common prefix of all paths of a resource. */
function commonBase(operations: readonly OperationModel[]): string {
  const [first = [], ...others] = operations.map(({ route }) => (route.split(' ')[1] ?? '').split('/'))
  if (others.length === 0) return ''
  const end = first.findIndex((segment, index) => others.some((path) => path[index] !== segment))
  return (end < 0 ? first : first.slice(0, end)).join('/')
}

/** Writes the path last, so that similar parts of neighboring routes are adjacent and compress better. */
function writeRoute(route: string, base: string): string {
  const [method, path = '', ...words] = route.split(' ')
  const rest = path.slice(base.length)
  return [method, ...words, ...(rest ? [rest] : [])].join(' ')
}
