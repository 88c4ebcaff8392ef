import { DeriveError } from './derive-error.ts'
import { groupShapes } from './group-shapes.ts'
import { inlineScalars } from './inline-scalars.ts'
import { inlineTypes } from './inline-types.ts'
import type { ApiFile, ResourceModel } from './model.ts'
import { closure, type Located } from './read-package.ts'
import { writeEntry } from './write-entry.ts'
import { shapeLines, writeResource } from './write-resource.ts'
import { head, pascalName, record, resourceName } from './write-text.ts'

/** Text of generated files by their paths below `src/`. */
export type Written = ReadonlyMap<string, string>

/** A file of `api/` that has a resource. */
export interface ResourceFile extends ApiFile {
  readonly resource: ResourceModel
}

/** Writes the generated files of a package. */
export function writePackage(packageName: string, apiFiles: readonly ApiFile[], common: ApiFile): Written {
  const scalarFiles = inlineScalars(apiFiles)
  checkOpenEnums(scalarFiles)
  const files = inlineTypes(scalarFiles, common)
  const written = new Map<string, string>()
  const resources = files.filter((file): file is ResourceFile => file.resource !== undefined)
  const used = new Map<ApiFile, readonly Located[]>()
  for (const file of files) {
    const names = file.resource?.operations.flatMap(({ uses }) => [...uses]) ?? []
    used.set(file, closure(file, names, files, common))
  }
  const groups = groupShapes(files, used)
  for (const file of files) written.set(`generated/${file.name}.ts`, writeResource(file, used.get(file) ?? [], groups))
  written.set('generated/checked.ts', writeTables('checked', resources))
  written.set('generated/unchecked.ts', writeTables('unchecked', resources))
  written.set('generated/words.ts', writeWords(resources))
  written.set('generated/client.ts', writeInterface(packageName, resources))
  written.set('generated/types.ts', writeTypes(files))
  for (const file of resources) {
    const typeFiles = typeFilesOf(file, files)
    written.set(`entries/${file.name}.ts`, writeEntry(packageName, file, typeFiles, 'checked'))
    written.set(`entries/unchecked/${file.name}.ts`, writeEntry(packageName, file, typeFiles, 'unchecked'))
  }
  return written
}

/** Returns the names of the files with only types that a resource imports from. */
function typeFilesOf({ imports }: ApiFile, files: readonly ApiFile[]): string[] {
  const from = new Set(imports.values())
  return files.filter(({ name, resource }) => !resource && from.has(`./${name}.ts`)).map(({ name }) => name)
}

/**
 * Checks that `OpenEnum` is only used with enumerations. The name may be a type of another file, so this is only known
 * here.
 */
function checkOpenEnums(files: readonly ApiFile[]): void {
  const declared = new Map(files.flatMap(({ declarations }) => declarations.map(({ name, text }) => [name, text])))
  for (const { name, resource, declarations } of files) {
    const texts = [...declarations.map(({ text }) => text), ...(resource?.operations ?? []).map(({ call }) => call)]
    for (const [, opened = ''] of texts.flatMap((text) => [
      ...text.replace(/"[^"]*"/g, '').matchAll(/([A-Z]\w*)\*/g),
    ])) {
      if (declared.get(opened)?.startsWith('="')) continue
      throw new DeriveError(`${name}.ts has OpenEnum<${opened}>, which is not a union of strings. Write the values.`)
    }
  }
}

/** Writes the tables of a client, with checks or without. */
function writeTables(kind: 'checked' | 'unchecked', resources: readonly ResourceFile[]): string {
  const [type, from] = kind === 'checked' ? ['ResourceTables', '@x/rest/shapes'] : ['ResourceRoutesByName', '@x/rest']
  const names = resources.map(({ name }) => resourceName(name))
  return [
    head('../api'),
    `import type { ${type} } from '${from}'`,
    ...resources.map(({ name }) => `import { ${kind} as ${resourceName(name)} } from './${name}.ts'`),
    '',
    `export const ${kind}: ${type} = { ${names.join(', ')} }`,
    '',
  ].join('\n')
}

/** Writes the documentation of operations, for docs, forms and the proxy; bundles of clients do not contain it. */
function writeWords(resources: readonly ResourceFile[]): string {
  const words = resources.flatMap(({ name, resource }) =>
    resource.operations.map(({ verb, words }) => [`${resourceName(name)}.${verb}`, words] as const),
  )
  return [
    head('../api'),
    "import type { Words } from '@x/rest/shapes'",
    '',
    'export const words: Readonly<Record<string, Words>> = {',
    ...words.map(([id, said]) => `  '${id}': ${record(said)},`),
    '}',
    '',
  ].join('\n')
}

/** The interface of the whole client. */
function writeInterface(packageName: string, resources: readonly ResourceFile[]): string {
  const members = resources.flatMap(({ name, resource: { name: type, summary, deprecated } }) => [
    deprecated ? `  /**\n   * ${summary}\n   *\n   * @deprecated ${deprecated}\n   */` : `  /** ${summary} */`,
    `  readonly ${resourceName(name)}: ${type}`,
  ])
  return [
    head('../api'),
    ...resources.map(({ name, resource }) => `import type { ${resource.name} } from '../api/${name}.ts'`),
    '',
    `/** Client of @x/${packageName}, a member for each resource. */`,
    `export interface ${pascalName(packageName)}Client {`,
    ...members,
    '}',
    '',
  ].join('\n')
}

function writeTypes(files: readonly ApiFile[]): string {
  return [head('../api'), ...files.map(({ name }) => `export type * from '../api/${name}.ts'`), ''].join('\n')
}

/** Writes the shapes of the types that all API packages share. */
export function writeCommon(common: ApiFile): string {
  return [
    head('../search-types.ts'),
    `export const commonShapes: string = ${shapeLines(common.declarations)}`,
    '',
  ].join('\n')
}
