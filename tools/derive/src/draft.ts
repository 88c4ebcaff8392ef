import type { Shape } from '@x/rest/shapes'
import { isNewer } from './compare.ts'
import type { Described } from './described.ts'
import { type Draft, emptyDraft, interfaceName, writeDraft } from './draft-file.ts'
import { type KnownType, readKnownTypes } from './known-types.ts'
import { readInterface } from './read-interface.ts'
import { readOpenApi } from './read-openapi.ts'
import { type Writer, writeMember, writeType } from './write-type.ts'

/** The current content of the api files. */
interface Known {
  readonly routes: ReadonlySet<string>
  /** The methods of each file. */
  readonly verbs: ReadonlyMap<string, readonly string[]>
  readonly types: ReadonlyMap<string, KnownType>
}

export interface DraftOptions {
  readonly prefix?: string | undefined
  readonly since?: string | undefined
  readonly oldest?: string | undefined
}

/**
 * Adds what an OpenAPI file has and api files lack: operations with their types and tags, and new members and values of
 * types with the same name. It writes no doc comments: `generate` rejects a method until it has one.
 *
 * @param texts - The api files by name, with their extension.
 * @param since - The version that the file describes, for additions without a version.
 * @param oldest - The oldest version that the package supports: nothing older is marked.
 * @returns The files that change, and new ones.
 */
export function draft(
  texts: ReadonlyMap<string, string>,
  openApi: string,
  { prefix = '', since, oldest = '' }: DraftOptions = {},
): Map<string, string> {
  const files = [...texts].map(([name, text]) => readInterface(name, text, oldest))
  const operationsOf = files.map(({ name, resource }) => [name, resource?.operations ?? []] as const)
  const known: Known = {
    routes: new Set(
      operationsOf.flatMap(([, list]) => list.map(({ route }) => withoutNames(route.split(' ', 2).join(' ')))),
    ),
    verbs: new Map(operationsOf.map(([name, list]) => [name, list.map(({ verb }) => verb)])),
    types: readKnownTypes(texts),
  }
  const operations = readOpenApi(openApi, prefix).map((operation) => ({
    ...operation,
    since: operation.since ?? since,
  }))
  // Once to find the types that several files need, which go into shared.ts, and once to write.
  const users = new Map<string, Set<string>>()
  const note = (name: string, file: string): unknown => users.set(name, new Set([...(users.get(name) ?? []), file]))
  writeDrafts(operations, known, { shared: new Set(), note, since, oldest })
  const shared = new Set([...users].flatMap(([name, by]) => (by.size > 1 ? [name] : [])))
  const drafts = [...writeDrafts(operations, known, { shared, note, since, oldest })]
  return new Map(
    drafts.flatMap(([file, found]) => {
      const isEmpty = found.methods.length + found.declarations.length + found.additions.size === 0
      return isEmpty ? [] : [[`${file}.ts`, writeDraft(file, texts.get(`${file}.ts`), found)] as const]
    }),
  )
}

function withoutNames(route: string): string {
  return route.replace(/\{[^}]+\}/g, '{}')
}

function newest(since = '', oldest: string): string {
  return isNewer(since, oldest) ? since : oldest
}

/** A tag such as `Process instance` is the file `process-instances`. */
function fileName(tag: string): string {
  const name = tag
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return /(s|data|information)$/.test(name) ? name : name.replace(/y$/, 'ie').concat('s')
}

interface Round {
  /** Types that several files need. */
  readonly shared: ReadonlySet<string>
  /** Called for each use of a new type. */
  readonly note: (name: string, file: string) => unknown
  readonly since: string | undefined
  readonly oldest: string
}

/** Writes each operation into the draft of its file, and additions to known types into the drafts of their files. */
function writeDrafts(operations: readonly Described[], known: Known, round: Round): Map<string, Draft> {
  const drafts = new Map<string, Draft>()
  const done = new Set<string>()
  const once = (id: string): boolean => !done.has(id) && Boolean(done.add(id))
  const draftOf = (file: string): Draft => {
    const found = drafts.get(file) ?? emptyDraft()
    drafts.set(file, found)
    return found
  }

  /** Returns the writer of a file's draft. */
  const writerOf = (file: string, since: string | undefined): Writer => ({
    rest: draftOf(file).rest,
    since,
    declare(name, text, shape) {
      const type = known.types.get(name)
      if (!type) round.note(name, file)
      const owner = type?.file ?? (round.shared.has(name) ? 'shared' : file)
      if (owner !== file) draftOf(file).imports.set(name, owner)
      if (type) addTo(name, type, shape, text)
      else if (once(`${owner} ${name}`)) {
        const { declarations } = draftOf(owner)
        // It is declared before the types that it refers to.
        const place = declarations.push('') - 1
        declarations[place] = text(writerOf(owner, since))
      }
      return name
    },
  })

  /** Writes nothing, but finds known types. */
  const finder: Writer = {
    rest: new Set(),
    declare(name, text, shape) {
      const type = known.types.get(name)
      if (type) addTo(name, type, shape, text)
      else if (once(`? ${name}`)) text(finder)
      return name
    },
  }

  function addTo(
    name: string,
    { file, names }: KnownType,
    shape: Shape | undefined,
    text: (writer: Writer) => string,
  ): void {
    if (!once(`+ ${name}`)) return
    const added: string[] = []
    if (shape?.kind === 'object') {
      for (const member of shape.members) {
        const since = member.since ?? round.since
        const addition = { ...member, presence: 'optional' as const, since }
        if (names.has(member.name)) writeMember(member, finder)
        else added.push(writeMember(addition, writerOf(file, round.oldest)))
      }
    } else if (shape?.kind === 'enum') {
      const mark = round.since ? `/** @since ${round.since} */ ` : ''
      added.push(...shape.values.filter((value) => !names.has(value)).map((value) => `${mark}'${value}'`))
    } else text(finder)
    if (added.length > 0) draftOf(file).additions.set(name, added)
  }

  for (const operation of operations) {
    const file = fileName(operation.tag)
    if (known.routes.has(withoutNames(`${operation.method} ${operation.path}`))) {
      writeMethod(operation, '', finder)
      continue
    }
    const found = draftOf(file)
    found.rest.add('CallOptions')
    const short = verb(operation.name, file)
    const isTaken = known.verbs.get(file)?.includes(short) || found.verbs.has(short)
    const name = isTaken ? operation.name : short
    found.verbs.add(name)
    found.methods.push(writeMethod(operation, name, writerOf(file, newest(operation.since, round.oldest))))
  }
  return drafts
}

function writeMethod(operation: Described, verb: string, writer: Writer): string {
  const { method, path, since, permission, eventuallyConsistent, deprecated, mayOmit, returns } = operation
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
  if (returns === 'bytes') writer.rest.add('BinaryResponse')
  const result = returns === 'bytes' ? 'BinaryResponse' : returns === 'none' ? 'void' : (response ?? 'unknown')
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

/** Returns the name without that of its resource: `getProcessInstanceSequenceFlows` is `getSequenceFlows`. */
function verb(name: string, file: string): string {
  const plural = interfaceName(file)
  const singular = plural.replace(/ies$/, 'y').replace(/s$/, '')
  return name.replace(new RegExp(`(?<=[a-z])(${plural}|${singular})(?![a-z])`), '') || name
}
