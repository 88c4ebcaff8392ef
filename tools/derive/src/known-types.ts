import ts from 'typescript'

/** A type that an api file declares, and what can be added to it. */
export interface KnownType {
  /** The api file, without its extension. */
  readonly file: string
  /** Names of members, or values of an enumeration. */
  readonly names: ReadonlySet<string>
}

/** Reads the types of api files: interfaces that extend nothing, and enumerations. */
export function readKnownTypes(texts: ReadonlyMap<string, string>): Map<string, KnownType> {
  const known = new Map<string, KnownType>()
  for (const [file, text] of texts) {
    for (const node of declarations(text)) {
      const names = ts.isInterfaceDeclaration(node) ? memberNames(node) : literals(node.type)
      known.set(node.name.text, { file: file.replace(/\.ts$/, ''), names: new Set(names) })
    }
  }
  return known
}

/** Additions to one type: members of an interface, or values of an enumeration, as source text. */
export type Additions = ReadonlyMap<string, readonly string[]>

/** Inserts additions into the declarations of a file. */
export function addToTypes(text: string, additions: Additions): string {
  const places = declarations(text).flatMap((node) => {
    const added = additions.get(node.name.text)
    if (!added) return []
    if (ts.isInterfaceDeclaration(node))
      return [{ at: node.getEnd() - 1, text: added.map((line) => `${line}\n`).join('') }]
    const isOpen = ts.isTypeReferenceNode(node.type) && node.type.typeArguments?.length === 1
    return [{ at: node.type.getEnd() - (isOpen ? 1 : 0), text: added.map((value) => ` | ${value}`).join('') }]
  })
  // From the end, so that earlier positions stay valid.
  return places.reverse().reduce((all, { at, text }) => all.slice(0, at) + text + all.slice(at), text)
}

function declarations(text: string): (ts.InterfaceDeclaration | ts.TypeAliasDeclaration)[] {
  const { statements } = ts.createSourceFile('api.ts', text, ts.ScriptTarget.Latest, true)
  return statements.filter((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
}

function memberNames(node: ts.InterfaceDeclaration): string[] {
  return node.members.flatMap(({ name }) =>
    name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? [name.text] : [],
  )
}

function literals(node: ts.Node): string[] {
  if (ts.isStringLiteral(node)) return [node.text]
  return (node.getChildren() ?? []).flatMap(literals)
}
