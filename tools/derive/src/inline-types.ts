import { DeriveError } from './derive-error.ts'
import type { ApiFile, Declaration } from './model.ts'
import { closure, ownerOf } from './read-package.ts'
import { typeName } from './write-text.ts'

/** Up to this length, a type is shorter than its name and declaration, even if it is written twice and compressed. */
const shortLength = 60

/** A name, including that of a base with the dots before it. */
const reference = new RegExp(`\\.\\.\\.[A-Z]\\w*(?![\\w<])|${typeName.source}`, 'g')

/** A text, and the files that declare its references. */
interface Expanded {
  readonly text: string
  readonly from: ReadonlyMap<string, ApiFile>
}

/**
 * Replaces a short type, or one with a single reference, by its shape: `[(name:s,price:n)]` for `[Line]`. In a bundle,
 * a name appears at least twice. Types that no operation needs are left out.
 */
export function inlineTypes(files: readonly ApiFile[], common: ApiFile): ApiFile[] {
  const find = (name: string, at: ApiFile): { owner: ApiFile; declaration: Declaration | undefined } => {
    const owner = ownerOf(name, at, files, common)
    return { owner, declaration: owner.declarations.find((candidate) => candidate.name === name) }
  }
  const inlined = findInlined(files, common)

  function expand(text: string, uses: ReadonlySet<string>, at: ApiFile): Expanded {
    const from = new Map([...uses].map((name) => [name, find(name, at).owner]))
    if (text.startsWith('<')) return { text, from }
    const expanded = text.replace(reference, (found) => {
      const name = found.replace('...', '')
      const { owner, declaration } = uses.has(name) ? find(name, at) : {}
      if (!owner || !declaration || !inlined.has(declaration)) return found
      const inner = expand(declaration.text, declaration.uses, owner)
      from.delete(name)
      for (const [used, file] of inner.from) from.set(used, file)
      if (found !== name) return inner.text
      return inner.text.startsWith('=') ? inner.text.slice(1) : `(${inner.text})`
    })
    return { text: expanded, from }
  }

  return files.map((file) => {
    const imports = new Map(file.imports)
    const expandIn = (text: string, uses: ReadonlySet<string>): { text: string; uses: ReadonlySet<string> } => {
      const expanded = expand(text, uses, file)
      for (const [name, owner] of expanded.from) {
        if (owner === file) continue
        const path = owner === common ? '@x/rest' : `./${owner.name}.ts`
        if ((imports.get(name) ?? path) !== path || file.declarations.some((one) => one.name === name)) {
          throw new DeriveError(`Two types are called ${name}. Rename one of them.`)
        }
        imports.set(name, path)
      }
      return { text: expanded.text, uses: new Set(expanded.from.keys()) }
    }
    const operations = file.resource?.operations.map((operation) => {
      const { text, uses } = expandIn(operation.call, operation.uses)
      return { ...operation, call: text, uses }
    })
    const declarations = file.declarations
      .filter((declaration) => !inlined.has(declaration))
      .map((declaration) => ({ ...declaration, ...expandIn(declaration.text, declaration.uses) }))
    return {
      ...file,
      imports,
      declarations,
      resource: file.resource && { ...file.resource, operations: operations ?? [] },
    }
  })
}

/** Finds the declarations that are no longer referred to by name after inlining, or not needed at all. */
function findInlined(files: readonly ApiFile[], common: ApiFile): Set<Declaration> {
  const references = new Map<Declaration, number>()
  /** Referred to where only a name can be written: in a generic type, or as a base that is an alias. */
  const pinned = new Set<Declaration>()
  const refer = (text: string, uses: ReadonlySet<string>, at: ApiFile): void => {
    const found = text.startsWith('<') ? [] : [...text.matchAll(reference)].map(([name]) => name)
    for (const name of uses) {
      const declaration = ownerOf(name, at, files, common).declarations.find((candidate) => candidate.name === name)
      if (!declaration) continue
      const times = found.filter((one) => one.replace('...', '') === name).length
      references.set(declaration, (references.get(declaration) ?? 0) + times)
      if (times === 0 || (found.includes(`...${name}`) && /^(=|$)/.test(declaration.text))) pinned.add(declaration)
    }
  }
  const needed = new Set<Declaration>()
  for (const file of files) {
    const operations = file.resource?.operations ?? []
    for (const { call, uses } of operations) refer(call, uses, file)
    const located = closure(
      file,
      operations.flatMap(({ uses }) => [...uses]),
      files,
      common,
    )
    for (const { declaration } of located) needed.add(declaration)
  }
  for (const file of files) {
    for (const declaration of file.declarations) {
      if (needed.has(declaration)) refer(declaration.text, declaration.uses, file)
    }
  }
  const containsItself = (declaration: Declaration, file: ApiFile): boolean =>
    closure(file, declaration.uses, files, common).some((inner) => inner.declaration === declaration)
  const all = files.flatMap((file) => file.declarations.map((declaration) => ({ declaration, file })))
  const inlined = all.filter(({ declaration, file }) => {
    if (!needed.has(declaration)) return true
    if (pinned.has(declaration) || !canStandAnywhere(declaration.text)) return false
    const isOnce = references.get(declaration) === 1
    return (isOnce || declaration.text.length <= shortLength) && !containsItself(declaration, file)
  })
  return new Set(inlined.map(({ declaration }) => declaration))
}

/**
 * Returns false for a generic or loose type and for a union, whose meaning would change, and for text that would end a
 * call's inputs.
 */
function canStandAnywhere(text: string): boolean {
  const isAlias = text.startsWith('=')
  const type = isAlias ? text.slice(1) : text
  return !/^[<*]/.test(text) && !type.includes('=') && !(isAlias && isUnion(type))
}

function isUnion(type: string): boolean {
  let outer = type.replace(/"(?:[^"\\]|\\.)*"/g, '')
  for (let inner = ''; inner !== outer; ) {
    inner = outer
    outer = inner.replace(/[[({<][^[\](){}<>]*[\])}>]/g, '')
  }
  return outer.includes('|')
}
