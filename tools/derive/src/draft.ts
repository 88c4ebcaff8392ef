import ts from 'typescript'
import type { Described } from './described.ts'
import { readInterface } from './read-interface.ts'
import { readOpenApi } from './read-openapi.ts'
import { type Writer, writeType } from './write-type.ts'

/** What one api file gains. */
interface Draft {
  readonly rest: Set<string>
  /** Names from other api files, and the file of each. */
  readonly imports: Map<string, string>
  readonly verbs: Set<string>
  readonly methods: string[]
  readonly declarations: string[]
}

/**
 * Adds the operations of an OpenAPI file that api files lack, with their types and tags, but without sentences: `generate`
 * rejects a method until it has one.
 *
 * @param texts - The api files by name, with their extension.
 * @returns The files that change, and new ones.
 */
export function draft(texts: ReadonlyMap<string, string>, openApi: string, prefix = ''): Map<string, string> {
  const files = [...texts].map(([name, text]) => readInterface(name, text))
  const declared = new Map(files.flatMap(({ name, declarations }) => declarations.map((found) => [found.name, name])))
  const verbs = new Map(
    files.map(({ name, resource }) => [name, resource?.operations.map(({ verb }) => verb) ?? []] as const),
  )
  const known = new Set<string>()
  for (const { route } of files.flatMap(({ resource }) => resource?.operations ?? [])) {
    known.add(withoutNames(route.split(' ').slice(0, 2).join(' ')))
  }
  const operations = readOpenApi(openApi, prefix).filter(
    (found) => !known.has(withoutNames(`${found.method} ${found.path}`)),
  )
  // Once to learn which types several files need, which go into shared.ts, and once to write.
  const users = new Map<string, Set<string>>()
  const note = (name: string, file: string): unknown => users.set(name, new Set([...(users.get(name) ?? []), file]))
  writeDrafts(operations, { verbs, declared, shared: new Set(), note })
  const shared = new Set([...users].flatMap(([name, by]) => (by.size > 1 ? [name] : [])))
  const drafts = writeDrafts(operations, { verbs, declared, shared, note })
  return new Map(
    [...drafts].map(([name, found]) => {
      const text = texts.get(`${name}.ts`)
      return [`${name}.ts`, text === undefined ? create(name, found) : extend(name, text, found)]
    }),
  )
}

function withoutNames(route: string): string {
  return route.replace(/\{[^}]+\}/g, '{}')
}

/** A tag such as `Process instance` is the file `process-instances`. */
function fileName(tag: string): string {
  const name = tag
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return /(s|data|information)$/.test(name) ? name : name.replace(/y$/, 'ie').concat('s')
}

interface Owners {
  /** The methods that each file has already. */
  readonly verbs: ReadonlyMap<string, readonly string[]>
  /** The file of each type that is declared already. */
  readonly declared: ReadonlyMap<string, string>
  /** Types that several files need. */
  readonly shared: ReadonlySet<string>
  /** Called for each use of a type. */
  readonly note: (name: string, file: string) => unknown
}

/** Writes each operation into the draft of its file. */
function writeDrafts(operations: readonly Described[], { verbs, declared, shared, note }: Owners): Map<string, Draft> {
  const drafts = new Map<string, Draft>()
  const done = new Set<string>()
  const draftOf = (file: string): Draft => {
    const found = drafts.get(file) ?? {
      rest: new Set(),
      imports: new Map(),
      verbs: new Set(),
      methods: [],
      declarations: [],
    }
    drafts.set(file, found)
    return found
  }
  const writerOf = (file: string, since: string | undefined): Writer => ({
    rest: draftOf(file).rest,
    since,
    declare(name, text) {
      note(name, file)
      const owner = declared.get(name) ?? (shared.has(name) ? 'shared' : file)
      if (owner !== file) draftOf(file).imports.set(name, owner)
      if (declared.has(name) || done.has(`${owner} ${name}`)) return name
      done.add(`${owner} ${name}`)
      const { declarations } = draftOf(owner)
      // Its place is before those of the types that it refers to.
      const place = declarations.push('') - 1
      declarations[place] = text(writerOf(owner, since))
      return name
    },
  })
  for (const operation of operations) {
    const file = fileName(operation.tag)
    draftOf(file).rest.add('CallOptions')
    const found = draftOf(file)
    const short = verb(operation.name, file)
    const isTaken = verbs.get(file)?.includes(short) || found.verbs.has(short)
    const name = isTaken ? operation.name : short
    found.verbs.add(name)
    found.methods.push(writeMethod(operation, name, writerOf(file, operation.since)))
  }
  return drafts
}

function writeMethod(operation: Described, verb: string, writer: Writer): string {
  const { method, path, since, permission, eventuallyConsistent, deprecated, mayOmit, answer } = operation
  const params = Array.from(path.matchAll(/\{([^}]+)\}/g), ([, name], index) => {
    const shape = operation.params[index]
    return `${name}: ${shape ? writeType(shape, writer) : 'string'}`
  })
  const response = operation.response && writeType(operation.response, writer)
  const body = (['body', 'form'] as const).flatMap((part) => {
    const shape = operation[part]
    return shape ? [`${part}${mayOmit ? '?' : ''}: ${writeType(shape, writer)}`] : []
  })
  const { query } = operation
  const isQueryOptional = query?.kind === 'object' && query.members.every(({ presence }) => presence)
  if (query) {
    const name = `${operation.name.charAt(0).toUpperCase()}${operation.name.slice(1)}Query`
    const text = writeType(query, writer)
    body.push(`query${isQueryOptional ? '?' : ''}: ${writer.declare(name, () => `export interface ${name} ${text}\n`)}`)
  }
  if (answer === 'bytes') writer.rest.add('BinaryResponse')
  const result = answer === 'bytes' ? 'BinaryResponse' : answer === 'none' ? 'void' : (response ?? 'unknown')
  const tags = [
    `@operation ${method} ${path}`,
    ...(permission ? [`@permission ${permission}`] : []),
    ...(since ? [`@since ${since}`] : []),
    ...(deprecated ? ['@deprecated'] : []),
    ...(response?.startsWith('Page<') ? ['@paging cursor'] : []),
    ...(eventuallyConsistent ? ['@eventuallyConsistent'] : []),
  ]
  const doc = `  /**\n${tags.map((tag) => `   * ${tag}\n`).join('')}   */\n`
  return `${doc}  ${verb}(${[...params, ...body, 'options?: CallOptions'].join(', ')}): Promise<${result}>\n`
}

/** The name without that of its resource: `getProcessInstanceSequenceFlows` is `getSequenceFlows`. */
function verb(name: string, file: string): string {
  const plural = interfaceName(file)
  const singular = plural.replace(/ies$/, 'y').replace(/s$/, '')
  return name.replace(new RegExp(`(?<=[a-z])(${plural}|${singular})(?![a-z])`), '') || name
}

/** Name of the interface of a resource: `process-instances` is `ProcessInstances`. */
function interfaceName(file: string): string {
  return file.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function writeResource(file: string, methods: readonly string[]): string[] {
  return methods.length > 0 ? [`/** */\nexport interface ${interfaceName(file)} {\n${methods.join('\n')}}\n`] : []
}

function create(file: string, { rest, imports, methods, declarations }: Draft): string {
  return [importText(rest, imports), ...writeResource(file, methods), ...declarations].join('\n')
}

/** Puts methods before the end of the resource, and types at the end of the file. */
function extend(file: string, text: string, { rest, imports, methods, declarations }: Draft): string {
  const pattern = /^import type \{([^}]*)\} from '([^']+)'\n/gm
  const others: string[] = []
  for (const [line, names = '', from = ''] of text.matchAll(pattern)) {
    const list = names.match(/\w+/g) ?? []
    if (from === '@x/rest') for (const name of list) rest.add(name)
    else if (from.startsWith('./')) for (const name of list) imports.set(name, from.slice(2, -3))
    else others.push(line)
  }
  const body = text.replace(pattern, '').trim()
  const end = resourceEnd(body)
  const extended =
    end === undefined
      ? [...writeResource(file, methods), body].join('\n')
      : `${body.slice(0, end)}${methods.length > 0 ? '\n' : ''}${methods.join('\n')}${body.slice(end)}`
  return [importText(rest, imports) + others.join(''), `${extended}\n`, ...declarations].join('\n')
}

/** Where the interface with the methods ends. */
function resourceEnd(text: string): number | undefined {
  const { statements } = ts.createSourceFile('api.ts', text, ts.ScriptTarget.Latest, true)
  const resource = statements.find((node) => ts.isInterfaceDeclaration(node) && node.members.some(ts.isMethodSignature))
  return resource && resource.getEnd() - 1
}

function importText(rest: ReadonlySet<string>, imports: ReadonlyMap<string, string>): string {
  const line = (names: readonly string[], from: string): string =>
    `import type { ${[...names].sort().join(', ')} } from '${from}'\n`
  const from = [...new Set(imports.values())].sort()
  const others = from.map((file) => {
    const names = [...imports].flatMap(([name, owner]) => (owner === file ? [name] : []))
    return line(names, `./${file}.ts`)
  })
  return (rest.size > 0 ? line([...rest], '@x/rest') : '') + others.join('')
}
