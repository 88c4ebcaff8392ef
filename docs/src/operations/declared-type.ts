// The declared types behind shapes. Shapes omit the names of types that are used once, and have no doc comments.
import ts from 'typescript'
import { basesOf, firstOf, isNothing, isReference, referred } from './type-nodes.ts'

/** An interface or a type alias, with the declarations that its names refer to. */
interface Declaration {
  readonly node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration
  readonly scope: Scope
}

/** Declarations by name. */
export type Scope = (name: string) => Declaration | undefined

/** The type arguments of a generic declaration, by parameter. */
type Arguments = ReadonlyMap<string, DeclaredType>

/** Types whose members are those of their first argument. */
const TRANSPARENT = /^(Omit|Pick|Partial|Required|Readonly)$/
/** Types that stand for their first argument. */
const WRAPPER = /^(Promise|Unchecked)$/

/** A type as written in the sources, with its type arguments resolved. */
export class DeclaredType {
  readonly #node: ts.Node
  readonly #scope: Scope
  readonly #arguments: Arguments

  constructor(node: ts.Node, scope: Scope, args: Arguments = new Map()) {
    this.#node = node
    this.#scope = scope
    this.#arguments = args
  }

  /** Name of the interface or alias; undefined for a type that is written in place. */
  get name(): string | undefined {
    const { node } = this.#resolve()
    return ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) ? node.name.text : undefined
  }

  /** The code of a literal type, such as `'TEXT'`. */
  get literal(): string | undefined {
    const { node } = this.#structure()
    return ts.isLiteralTypeNode(node) ? `\`${node.getText()}\`` : undefined
  }

  /** The doc comment of a member. */
  doc(name: string): string | undefined {
    const [doc] = ts.getJSDocCommentsAndTags(this.#find(name)?.node ?? this.#node).filter(ts.isJSDoc)
    return this.#find(name) && ts.getTextOfJSDocComment(doc?.comment)?.trim()
  }

  member(name: string): DeclaredType | undefined {
    const found = this.#find(name)
    return found?.node.type && new DeclaredType(found.node.type, found.scope, found.args)
  }

  /** The members that callers get, if they differ from what the server sends (`@wire`). */
  get converted(): readonly (readonly [name: string, type: string])[] | undefined {
    const { node } = this.#resolve()
    if (!ts.isInterfaceDeclaration(node) || !ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'wire'))
      return undefined
    return node.members
      .filter(ts.isPropertySignature)
      .map((member) => [member.name.getText(), (member.type?.getText() ?? '').replaceAll(' | ', ' or ')])
  }

  /** The type of an array's items. */
  get item(): DeclaredType | undefined {
    const { node, scope, args } = this.#structure()
    if (ts.isArrayTypeNode(node)) return new DeclaredType(node.elementType, scope, args)
    return isReference(node, /^(Readonly)?Array$/) && node.typeArguments?.[0]
      ? new DeclaredType(node.typeArguments[0], scope, args)
      : undefined
  }

  /** The type of the values of an object with any names. */
  get value(): DeclaredType | undefined {
    const { node, scope, args } = this.#structure()
    if (isReference(node, /^Readonly$/) && node.typeArguments?.[0])
      return new DeclaredType(node.typeArguments[0], scope, args).value
    const value = isReference(node, /^Record$/)
      ? node.typeArguments?.[1]
      : ts.isTypeLiteralNode(node)
        ? node.members.find(ts.isIndexSignatureDeclaration)?.type
        : undefined
    return value && new DeclaredType(value, scope, args)
  }

  /** The options of a union, including those of nested unions. */
  get options(): readonly DeclaredType[] {
    const { node, scope, args } = this.#structure()
    if (!ts.isUnionTypeNode(node)) return [this]
    return node.types.filter((one) => !isNothing(one)).flatMap((one) => new DeclaredType(one, scope, args).options)
  }

  /** Names of its own and inherited members; undefined for anything but an object. */
  get memberNames(): readonly string[] | undefined {
    const { node, scope, args } = this.#structure()
    if (!ts.isInterfaceDeclaration(node) && !ts.isTypeLiteralNode(node)) return undefined
    const own = node.members.filter(ts.isPropertySignature)
    const bases = ts.isInterfaceDeclaration(node) ? basesOf(node) : []
    const names = new Set(bases.flatMap((base) => new DeclaredType(base, scope, args).memberNames ?? []))
    for (const member of own) {
      // `undefined` is for the compiler: the member is part of another option.
      if (member.type?.kind === ts.SyntaxKind.UndefinedKeyword) names.delete(member.name.getText())
      else names.add(member.name.getText())
    }
    return [...names]
  }

  #find(name: string): Found | undefined {
    const { node, scope, args } = this.#structure()
    const inner = (one: ts.Node): Found | undefined => new DeclaredType(one, scope, args).#find(name)
    if (ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node)) return firstOf(node.types, inner)
    if (isReference(node, TRANSPARENT)) return firstOf(node.typeArguments?.slice(0, 1) ?? [], inner)
    if (!ts.isInterfaceDeclaration(node) && !ts.isTypeLiteralNode(node)) return undefined
    const own = node.members.filter(ts.isPropertySignature).find((member) => member.name.getText() === name)
    if (own) return { node: own, scope, args }
    return ts.isInterfaceDeclaration(node) ? firstOf(basesOf(node), inner) : undefined
  }

  /** Follows aliases down to an interface, or a type that is written in place. */
  #structure(): Resolved {
    const resolved = this.#resolve()
    const { node, scope, args } = resolved
    return ts.isTypeAliasDeclaration(node) ? new DeclaredType(node.type, scope, args).#structure() : resolved
  }

  /** Follows parentheses, type parameters and names. */
  #resolve(): Resolved {
    const [node, scope, args] = [this.#node, this.#scope, this.#arguments]
    const inner = (one: ts.Node): Resolved => new DeclaredType(one, scope, args).#resolve()
    if (ts.isParenthesizedTypeNode(node) || ts.isTypeOperatorNode(node)) return inner(node.type)
    if (ts.isUnionTypeNode(node)) {
      const [only, ...others] = node.types.filter((one) => !isNothing(one))
      if (only && others.length === 0) return inner(only)
    }
    if (!isReference(node)) return { node, scope, args }
    const name = referred(node)
    const given = args.get(name)
    if (given) return given.#resolve()
    const [first] = node.typeArguments ?? []
    if (first && WRAPPER.test(name)) return inner(first)
    const declaration = scope(name)
    if (!declaration) return { node, scope, args }
    const parameters = declaration.node.typeParameters ?? []
    const next = parameters.flatMap(({ name: { text } }, index) => {
      const argument = node.typeArguments?.[index]
      return argument ? [[text, new DeclaredType(argument, scope, args)] as const] : []
    })
    return { node: declaration.node, scope: declaration.scope, args: new Map(next) }
  }
}

interface Resolved {
  readonly node: ts.Node
  readonly scope: Scope
  readonly args: Arguments
}

interface Found extends Resolved {
  readonly node: ts.PropertySignature
}
