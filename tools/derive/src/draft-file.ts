import ts from 'typescript'
import { addToTypes } from './known-types.ts'

/** The additions to one api file. */
export interface Draft {
  /** Names of `@x/rest`. */
  readonly rest: Set<string>
  /** Names from other api files, and the file of each. */
  readonly imports: Map<string, string>
  readonly verbs: Set<string>
  readonly methods: string[]
  readonly declarations: string[]
  /** Members and values, by the type that they are added to. */
  readonly additions: Map<string, string[]>
}

export function emptyDraft(): Draft {
  return { rest: new Set(), imports: new Map(), verbs: new Set(), methods: [], declarations: [], additions: new Map() }
}

/** Name of the interface of a resource: `process-instances` is `ProcessInstances`. */
export function interfaceName(file: string): string {
  return file.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** Writes a draft into the text of its file, or as a new one. */
export function writeDraft(file: string, text: string | undefined, draft: Draft): string {
  if (text !== undefined) return extend(file, text, draft)
  return [importText(draft), ...writeResource(file, draft.methods), ...draft.declarations].join('\n')
}

function writeResource(file: string, methods: readonly string[]): string[] {
  return methods.length > 0 ? [`/** */\nexport interface ${interfaceName(file)} {\n${methods.join('\n')}}\n`] : []
}

/** Puts methods before the end of the resource, and types at the end of the file. */
function extend(file: string, text: string, draft: Draft): string {
  const { rest, imports, methods, declarations, additions } = draft
  const pattern = /^import type \{([^}]*)\} from '([^']+)'\n/gm
  const others: string[] = []
  for (const [line, names = '', from = ''] of text.matchAll(pattern)) {
    const list = names.match(/\w+/g) ?? []
    if (from === '@x/rest') for (const name of list) rest.add(name)
    else if (from.startsWith('./')) for (const name of list) imports.set(name, from.slice(2, -3))
    else others.push(line)
  }
  const body = addToTypes(text.replace(pattern, '').trim(), additions)
  const end = resourceEnd(body)
  const extended =
    end === undefined
      ? [...writeResource(file, methods), body].join('\n')
      : `${body.slice(0, end)}${methods.length > 0 ? '\n' : ''}${methods.join('\n')}${body.slice(end)}`
  return [importText(draft) + others.join(''), `${extended}\n`, ...declarations].join('\n')
}

/** Returns the end of the interface with the methods. */
function resourceEnd(text: string): number | undefined {
  const { statements } = ts.createSourceFile('api.ts', text, ts.ScriptTarget.Latest, true)
  const resource = statements.find((node) => ts.isInterfaceDeclaration(node) && node.members.some(ts.isMethodSignature))
  return resource && resource.getEnd() - 1
}

function importText({ rest, imports }: Draft): string {
  const line = (names: readonly string[], from: string): string =>
    `import type { ${[...names].sort().join(', ')} } from '${from}'\n`
  const others = [...new Set(imports.values())].sort().map((file) => {
    const names = [...imports].flatMap(([name, owner]) => (owner === file ? [name] : []))
    return line(names, `./${file}.ts`)
  })
  return (rest.size > 0 ? line([...rest], '@x/rest') : '') + others.join('')
}
