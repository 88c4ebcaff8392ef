import { basename } from 'node:path'
import ts from 'typescript'
import { reject } from './derive-error.ts'
import { docComment, summary } from './doc-comment.ts'
import type { ApiFile, Declaration, OperationModel, ResourceModel } from './model.ts'
import { hasUndefined, readMembers, readType, type Scope } from './read-type.ts'

/**
 * Reads an api file. It only uses the syntax, not the type checker, so it takes a millisecond.
 *
 * @param oldest - The oldest version that the package supports.
 */
export function readInterface(path: string, text: string, oldest = ''): ApiFile {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const imports = new Map<string, string>()
  const local = new Map<string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration>()
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) readImport(statement, imports)
    else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      local.set(statement.name.text, statement)
    } else reject(statement, 'is not an interface, type or type import. Put code into a file outside api/.')
  }
  const known = new Set([...imports.keys(), ...local.keys()])
  const resources = [...local.values()].filter(isResource)
  if (resources[1]) reject(resources[1], 'is a second resource. Put each into its own file.')
  const declarations = [...local.values()].filter((node) => node !== resources[0])
  return {
    name: basename(path, '.ts'),
    imports,
    declarations: declarations.map((node) => readDeclaration(node, { known, local, oldest, uses: new Set() })),
    resource: resources[0] && readResource(resources[0], (uses) => ({ known, local, oldest, uses })),
  }
}

function readImport(statement: ts.ImportDeclaration, imports: Map<string, string>): void {
  const clause = statement.importClause
  const names = clause?.namedBindings
  if (clause?.phaseModifier !== ts.SyntaxKind.TypeKeyword || !names || !ts.isNamedImports(names)) {
    reject(statement, 'must be `import type { … }`.')
  }
  const from = (statement.moduleSpecifier as ts.StringLiteral).text
  for (const { name, propertyName } of names.elements) {
    if (propertyName) reject(statement, `renames ${propertyName.text}. Import it by its own name.`)
    imports.set(name.text, from)
  }
}

function isResource(node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): node is ts.InterfaceDeclaration {
  return ts.isInterfaceDeclaration(node) && node.members.some(ts.isMethodSignature)
}

function readDeclaration(node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration, outer: Scope): Declaration {
  const params = node.typeParameters?.map((param) => param.name.text) ?? []
  const scope: Scope = { ...outer, known: new Set([...outer.known, ...params]) }
  const tags = docComment(node)?.tags
  const list = (name: string): string[] | undefined =>
    tags
      ?.get(name)
      ?.match(/[\w$-]+/g)
      ?.map(String)
  const generic = params.length > 0 ? `<${params.join(',')}>` : ''
  const declare = (text: string): Declaration => {
    for (const param of params) scope.uses.delete(param)
    if (generic && scope.uses.has(node.name.text))
      reject(node, 'is generic and contains itself. Remove its type parameters.')
    return { name: node.name.text, text: generic + text, uses: scope.uses }
  }
  const wire = tags?.get('wire')
  if (wire !== undefined) {
    scope.uses.add(wire)
    return declare(`=${wire}${generic}`)
  }
  if (ts.isTypeAliasDeclaration(node)) return declare(`=${readType(node.type, scope, tags)}`)
  const bases = node.heritageClauses?.flatMap(({ types }) => types) ?? []
  const members = [
    readMembers(node.members, scope, list('insistsOn')),
    ...bases.map((base) => readBase(base, scope)),
    ...(list('ignored') ?? []).map((name) => `${name}?:-`),
  ]
  return declare((tags?.has('insistsOn') ? '*' : '') + members.filter(Boolean).join(','))
}

function readBase(base: ts.ExpressionWithTypeArguments, scope: Scope): string {
  const name = base.expression.getText()
  if (!scope.known.has(name)) reject(base, `extends ${name}, which is not declared in an api file.`)
  scope.uses.add(name)
  const args = base.typeArguments?.map((arg) => readType(arg, scope)) ?? []
  return `...${name}${args.length > 0 ? `<${args.join(',')}>` : ''}`
}

function readResource(resource: ts.InterfaceDeclaration, scopeOf: (uses: Set<string>) => Scope): ResourceModel {
  const { text, tags: shared } = docComment(resource) ?? reject(resource, 'has no doc comment. Describe the resource.')
  const methods = resource.members.map((member) =>
    ts.isMethodSignature(member) ? member : reject(member, 'is not a method. A resource has methods only.'),
  )
  const names = methods.map((method) => method.name.getText())
  const twice = methods.find((_, index) => names.indexOf(names[index] as string) < index)
  if (twice) reject(twice, 'is declared twice. Use a different name for each operation.')
  const paged = new Set(
    methods.filter((method) => docComment(method)?.tags.has('paging')).map((method) => `${method.name.getText()}All`),
  )
  const code = new Map<string, string>()
  const operations = methods.flatMap((method) => {
    const doc = docComment(method)
    const verb = method.name.getText()
    if (!doc?.text) return reject(method, 'has no doc comment. Describe what the method does, in your own words.')
    const file = doc.tags.get('code')
    if (file !== undefined) code.set(verb, file)
    if (file !== undefined || paged.has(verb)) return []
    const tags = new Map([...[...shared].filter(([name]) => inherited.includes(name)), ...doc.tags])
    return readOperation(method, doc.text, tags, scopeOf(new Set()))
  })
  const deprecated = shared.get('deprecated')?.replace(/\s+/g, ' ')
  return { name: resource.name.text, summary: summary(text), deprecated, operations, code }
}

/** Tags of a resource that apply to each of its operations. */
const inherited = ['permission', 'since', 'until', 'deprecated', 'eventuallyConsistent']

function readOperation(
  method: ts.MethodSignature,
  text: string,
  tags: ReadonlyMap<string, string>,
  scope: Scope,
): OperationModel {
  const operation = tags.get('operation')
  if (!operation) return reject(method, 'needs `@operation METHOD /path`, or `@code FILE` if it is written by hand.')
  if (!/^(GET|POST|PUT|PATCH|DELETE) \/\S*$/.test(operation))
    reject(method, `has no METHOD /path in @operation ${operation}`)
  const route = [operation]
  const inputs = readParameters(method, operation.match(/(?<=\{)[^}]+/g) ?? [], scope, route)
  const response = readResponse(method, scope, route)
  const [paging] = tags.get('paging')?.split(' ') ?? []
  if (paging && !/^(searchAfter|page|cursor|offset)$/.test(paging)) {
    reject(method, `has the unknown @paging ${paging}. Known are searchAfter, page, cursor and offset.`)
  }
  if (paging) route.push(`paging:${paging}`)
  if ((paging && operation.startsWith('POST')) || tags.has('safe')) route.push('safe')
  if (tags.has('bulk')) {
    const overridden = tags.get('bulk')?.match(/\w+/g)?.join(',')
    if (!tags.has('paging') && route.some((word) => /^body\??$/.test(word))) {
      route.push(overridden ? `bulk:${overridden}` : 'bulk')
    } else reject(method, 'is @bulk, which requires a body with a filter, and no @paging.')
  }
  if (tags.has('eventuallyConsistent')) route.push('eventual')
  if (tags.has('unauthenticated')) route.push('anonymous')
  for (const name of ['since', 'until']) {
    const version = tags.get(name)
    if (version) route.push(`${name}:${/^[\d.]*\d/.exec(version)?.[0] ?? reject(method, `has no version in @${name}`)}`)
  }
  const words = Object.fromEntries(
    ['permission', 'deprecated'].flatMap((name) => {
      const value = tags.get(name)
      return value === undefined ? [] : [[name, value.replace(/\s+/g, ' ')]]
    }),
  )
  return {
    verb: method.name.getText(),
    route: route.join(' '),
    call: inputs.join(',') + (response && `=${response}`),
    words: { summary: summary(text), ...words },
    uses: scope.uses,
  }
}

/** Reads the path parameters in the order of the path, then the body, form and query, then the options. */
function readParameters(method: ts.MethodSignature, names: readonly string[], scope: Scope, route: string[]): string[] {
  const order = ['body', 'form', 'query', 'options']
  const parameters = [...method.parameters]
  const inputs: string[] = []
  for (const name of names) {
    const parameter = parameters.shift()
    if (!parameter?.type || order.includes(parameter.name.getText())) {
      return reject(method, `lacks a parameter for {${name}} of its path.`)
    }
    const type = readType(parameter.type, scope)
    if (type !== 's') inputs.push(`${name}:${type}`)
  }
  if (parameters.at(-1)?.name.getText() !== 'options') reject(method, 'must end with `options?: CallOptions`.')
  let last = -1
  for (const parameter of parameters.slice(0, -1)) {
    const name = parameter.name.getText()
    const place = order.indexOf(name)
    if (place < 0 || place <= last || !parameter.type) {
      return reject(parameter, 'must be `body`, `form` or `query`, in this order, after the path parameters.')
    }
    last = place
    route.push(`${name}${parameter.questionToken ? '?' : ''}`)
    const type = readType(parameter.type, scope)
    if (name === 'body' && type.startsWith('[')) route.push('list')
    inputs.push(`${name}:${type}`)
  }
  return inputs
}

function readResponse(method: ts.MethodSignature, scope: Scope, route: string[]): string {
  const { type } = method
  const inner = type && ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Promise' && type.typeArguments?.[0]
  if (!inner) return reject(method, 'must return a Promise.')
  if (inner.kind === ts.SyntaxKind.VoidKeyword) {
    route.push('none')
    return ''
  }
  if (inner.getText() === 'BinaryResponse') {
    route.push('bytes')
    return ''
  }
  const text = readType(inner, scope)
  if (/^[slpe]$/.test(text)) route.push('text')
  if (hasUndefined(inner)) route.push('optional')
  return text
}
