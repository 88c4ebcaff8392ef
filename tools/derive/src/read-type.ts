import ts from 'typescript'
import { isNewer } from './compare.ts'
import { reject } from './derive-error.ts'
import { type DocComment, docComment, lifetimeSuffix, versionOf } from './doc-comment.ts'

/** The context of a type. */
export interface Scope {
  /** Names that may be referred to: declared in the file, imported, or type parameters. */
  readonly known: ReadonlySet<string>
  /** The interfaces and aliases of the file, for `keyof` and `OpenEnum` of a name. */
  readonly local: ReadonlyMap<string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration>
  /** Collects the names that were referred to. */
  readonly uses: Set<string>
  /** The oldest version that the package supports. */
  readonly oldest: string
}

const keywords: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [ts.SyntaxKind.StringKeyword]: 's',
  [ts.SyntaxKind.NumberKeyword]: 'n',
  [ts.SyntaxKind.BooleanKeyword]: 'b',
  [ts.SyntaxKind.BigIntKeyword]: 'g',
  [ts.SyntaxKind.UnknownKeyword]: 'u',
}

/** The names of `@x/rest` that are kinds of their own, with the fixed notation of each. */
const named: Readonly<Record<string, string>> = {
  Int: 'i',
  DateTime: 'd',
  DateInput: 'd',
  LongText: 'l',
  SecretText: 'p',
  Email: 'e',
  Key: 'k',
  KeyInput: 'k',
  TextKey: 's',
  JsonInput: '{u}',
  JsonObject: '{u}',
  NotActive: '{}',
  Unchecked: 'u',
  Blob: 'x',
  File: 'x',
}

const supported =
  'Write an interface, a union, an array, Record<string, T>, a literal, or one of OpenEnum, Key, DateTime and the other types of @x/rest'

/** Writes a TypeScript type in the notation of shapes. `tags` has limits that its doc comment states. */
export function readType(node: ts.TypeNode, scope: Scope, tags?: DocComment['tags']): string {
  const text = readAny(node, scope)
  const limits = readLimits(node, tags)
  if (!limits) return text
  const [, base = '', nullable = ''] = /^(.*?)(~?)$/s.exec(text) ?? []
  if (/^([slpedni]|\[.*\])$/s.test(base)) return base + limits + nullable
  return reject(
    node,
    'has limits, but is not a plain string, number or array. Move the tags to the declaration of its type.',
  )
}

function readAny(node: ts.TypeNode, scope: Scope): string {
  const keyword = keywords[node.kind]
  if (keyword) return keyword
  if (ts.isParenthesizedTypeNode(node)) return readAny(node.type, scope)
  if (ts.isArrayTypeNode(node)) return `[${readAny(node.elementType, scope)}]`
  if (ts.isTypeOperatorNode(node)) {
    if (node.operator === ts.SyntaxKind.ReadonlyKeyword) return readAny(node.type, scope)
    if (node.operator === ts.SyntaxKind.KeyOfKeyword) return writeEnum(memberNames(node.type, scope), false)
  }
  if (ts.isTypeLiteralNode(node)) return `(${readMembers(node.members, scope)})`
  if (ts.isLiteralTypeNode(node) || ts.isUnionTypeNode(node)) return readUnion(node, scope)
  if (ts.isTypeReferenceNode(node)) return readReference(node, scope)
  return reject(node, `is not supported: ${ts.SyntaxKind[node.kind]}. ${supported}.`)
}

function readUnion(node: ts.TypeNode, scope: Scope): string {
  const parts = ts.isUnionTypeNode(node) ? [...node.types] : [node]
  const literals = parts.filter(isText)
  const others = parts.filter((part) => !isText(part) && !isNull(part) && part.kind !== ts.SyntaxKind.UndefinedKeyword)
  const texts = literals.length > 0 ? [writeEnum(literals.map(literalText), false)] : []
  const rest = others.map((part) => readAny(part, scope))
  // An empty string removes something. Examples use the first option.
  const options = literals.every((literal) => literalText(literal) === '') ? [...rest, ...texts] : [...texts, ...rest]
  const union = options.join('|')
  if (!parts.some(isNull)) return union
  if (options.length === 0) return 'z'
  return options.length === 1 ? `${union}~` : `${union}|z`
}

function readReference(node: ts.TypeReferenceNode, scope: Scope): string {
  const name = node.typeName.getText()
  const args = node.typeArguments ?? []
  const [first, second] = args
  if (name === 'OpenEnum' && first) {
    // By name, so that the values of an enumeration are in one place.
    return ts.isTypeReferenceNode(first) ? `${readAny(first, scope)}*` : writeEnum(enumValues(first, scope), true)
  }
  if (name === 'Exclude' && first && second) {
    const without = enumValues(second, scope)
    return writeEnum(
      enumValues(first, scope).filter((value) => !without.includes(value)),
      false,
    )
  }
  if (name === 'Record' && first?.kind === ts.SyntaxKind.StringKeyword && second) return `{${readAny(second, scope)}}`
  const kind = named[name]
  if (kind && (scope.known.has(name) || name === 'Blob' || name === 'File')) return kind
  if (!scope.known.has(name))
    return reject(node, `refers to ${name}, which is not declared in an api file. ${supported}.`)
  scope.uses.add(name)
  return args.length > 0 ? `${name}<${args.map((arg) => readAny(arg, scope)).join(',')}>` : name
}

/** Reads the values of an enumeration from literals, `keyof`, or the name of another one. */
function enumValues(node: ts.TypeNode, scope: Scope): string[] {
  if (ts.isUnionTypeNode(node)) return node.types.flatMap((part) => enumValues(part, scope))
  if (isText(node)) return [literalText(node)]
  if (ts.isTypeOperatorNode(node)) return memberNames(node.type, scope)
  const declaration = ts.isTypeReferenceNode(node) && scope.local.get(node.typeName.getText())
  if (declaration && ts.isTypeAliasDeclaration(declaration)) {
    const { type } = declaration
    const isOpen = ts.isTypeReferenceNode(type) && type.typeName.getText() === 'OpenEnum'
    return enumValues(isOpen ? (type.typeArguments?.[0] as ts.TypeNode) : type, scope)
  }
  return reject(
    node,
    'is not a union of strings. Write the values, or the name of a union that is declared in this file.',
  )
}

function memberNames(node: ts.TypeNode, scope: Scope): string[] {
  const declaration = ts.isTypeReferenceNode(node) && scope.local.get(node.typeName.getText())
  if (!declaration || !ts.isInterfaceDeclaration(declaration) || declaration.heritageClauses) {
    return reject(node, 'must be an interface of this file without `extends`. Otherwise write the names as a union.')
  }
  return declaration.members.map((member) => memberName(member))
}

function isText(node: ts.TypeNode): node is ts.LiteralTypeNode {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)
}

function isNull(node: ts.TypeNode): boolean {
  return ts.isLiteralTypeNode(node) && node.literal.kind === ts.SyntaxKind.NullKeyword
}

function literalText(node: ts.LiteralTypeNode): string {
  const { parent } = node
  // The formatter puts the comment of the first value before the first `|`, where it belongs to the union.
  const isFirst = ts.isUnionTypeNode(parent) && parent.types[0] === node
  const comment = docComment(node) ?? (isFirst ? docComment(parent) : undefined)
  return (node.literal as ts.StringLiteral).text + lifetimeSuffix(comment?.tags)
}

function writeEnum(values: readonly string[], open: boolean): string {
  return JSON.stringify(values.join('|')) + (open ? '*' : '')
}

/** Writes the members of an interface or of a type literal. */
export function readMembers(members: readonly ts.TypeElement[], scope: Scope, insistsOn?: readonly string[]): string {
  return members
    .filter((member) => !isAbsent(member))
    .map((member) => {
      if (!ts.isPropertySignature(member) || !member.type) {
        return reject(member, 'must be a member with a type. Methods belong to the interface of the resource.')
      }
      const name = memberName(member)
      const tags = docComment(member)?.tags
      rejectNewRequired(member, tags, scope.oldest)
      const exact = member.questionToken && !hasUndefined(member.type)
      const isInsisted = tags?.has('required') || insistsOn?.includes(name)
      const presence = isInsisted ? '!' : member.questionToken ? `?${exact ? '!' : ''}` : ''
      return `${name}${presence}${lifetimeSuffix(tags)}:${readType(member.type, scope, tags)}`
    })
    .join(',')
}

/** Whether a member is only for the compiler: it belongs to another option of a union. */
function isAbsent(member: ts.TypeElement): boolean {
  return ts.isPropertySignature(member) && member.type?.kind === ts.SyntaxKind.UndefinedKeyword
}

/** One set of types is correct for all versions: members that older servers do not know must be optional. */
function rejectNewRequired(member: ts.PropertySignature, tags: DocComment['tags'] | undefined, oldest: string): void {
  const since = versionOf(tags, 'since')
  if (member.questionToken || since === undefined || !isNewer(since, oldest)) return
  reject(
    member,
    `is new in ${since}, and ${oldest ? `servers from ${oldest} on are supported` : 'older servers lack it'}: make it optional. ` +
      'Remove @since if every server that knows the type has it.',
  )
}

function memberName(member: ts.TypeElement): string {
  const { name } = member
  return name && (ts.isIdentifier(name) || ts.isStringLiteral(name))
    ? name.text
    : reject(member, 'must have a plain name.')
}

/** Whether a type includes undefined. */
export function hasUndefined(node: ts.TypeNode): boolean {
  return ts.isUnionTypeNode(node) && node.types.some((part) => part.kind === ts.SyntaxKind.UndefinedKeyword)
}

function readLimits(node: ts.TypeNode, tags: DocComment['tags'] | undefined): string {
  const bound = (...names: string[]): string => {
    const value = names.map((name) => tags?.get(name)).find((value) => value !== undefined)
    if (value === undefined) return ''
    return /^-?\d+/.exec(value)?.[0] ?? reject(node, `has a limit that is not a number: ${value}`)
  }
  const min = bound('minLength', 'minimum', 'minItems')
  const max = bound('maxLength', 'maximum', 'maxItems')
  const pattern = tags?.get('pattern')
  return (min || max ? `(${min}..${max})` : '') + (pattern === undefined ? '' : readPattern(node, pattern))
}

/** Reads `@pattern /^\d+$/ must be digits`. */
function readPattern(node: ts.TypeNode, text: string): string {
  const [, pattern, message] = /^\/((?:[^/\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+)\/\s*(.*)$/s.exec(text) ?? []
  if (pattern === undefined) return reject(node, 'has a @pattern that is not written as /regular expression/ message.')
  return JSON.stringify(pattern) + (message ? JSON.stringify(message.replace(/\s+/g, ' ').replace(/\.$/, '')) : '')
}
