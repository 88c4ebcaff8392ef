import { isComment, type SyntaxNode } from '../syntax.ts'
import type { Scope } from './scope.ts'

export const variablePrefix = '__v'
export const filterPrefix = '__o'
export const functionPrefix = '__f'

/** Writes the nodes of one kind. */
export type Writer = (translator: Translator, node: SyntaxNode, scope: Scope | undefined) => string

/** Writers by the name of the node. Other nodes are copied. */
export type Writers = Readonly<Record<string, Writer>>

/** Rewrites an expression and records which variables and functions it uses. */
export class Translator {
  readonly source: string
  readonly variables: string[] = []
  readonly filterVariables: string[] = []
  readonly functions: string[] = []
  /** The generated name of `?`, the value under test; undefined outside tests. */
  input: string | undefined
  problem: string | undefined
  readonly #writers: Writers
  #filters = 0

  constructor(source: string, writers: Writers, input: string | undefined) {
    this.source = source
    this.#writers = writers
    this.input = input
  }

  write(node: SyntaxNode, scope: Scope | undefined): string {
    const writer = Object.hasOwn(this.#writers, node.name) ? this.#writers[node.name] : undefined
    return writer ? writer(this, node, scope) : this.copy(node, scope)
  }

  writeAll(nodes: readonly SyntaxNode[], scope: Scope | undefined): string[] {
    return nodes.map((node) => this.write(node, scope))
  }

  /** The text of the node, with its children rewritten. */
  copy(node: SyntaxNode, scope: Scope | undefined, from: number = node.from): string {
    let text = ''
    let at = from
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.from < from) continue
      text += this.source.slice(at, child.from) + (isComment(child) ? ' ' : this.write(child, scope))
      at = child.to
    }
    return text + this.source.slice(at, node.to)
  }

  textOf(node: SyntaxNode): string {
    return this.source.slice(node.from, node.to)
  }

  nameOf(node: SyntaxNode): string {
    return this.textOf(node).trim().replace(/^`|`$/g, '').replace(/\s+/g, ' ')
  }

  /** Writes a call to a library function. */
  call(name: string, args: readonly string[]): string {
    return `${this.functionName(name)}(${args.join(', ')})`
  }

  functionName(name: string): string {
    return functionPrefix + indexIn(this.functions, name)
  }

  newItemName(): string {
    return `__item${this.#filters++}`
  }

  /** Resolves a name to a name that the expression binds, an entry of the filtered item, or a variable. */
  variable(name: string, scope: Scope | undefined, inFilter = false): string {
    for (let at = scope; at; at = at.outer) {
      if ('names' in at) {
        if (at.names.has(name)) return this.#bound(name)
      } else {
        const outer = name === 'item' ? at.item : this.variable(name, at.outer, true)
        return this.call(inFilter ? 'outer field' : 'field', [at.item, JSON.stringify(name), outer])
      }
    }
    if (inFilter) return filterPrefix + indexIn(this.filterVariables, name)
    return variablePrefix + indexIn(this.variables, name)
  }

  #bound(name: string): string {
    // feelin adds to this list while the loop runs, so a result that contained it would contain itself.
    if (name === 'partial') return this.call('copy', [name])
    return name.includes(' ') ? `\`${name}\`` : name
  }
}

function indexIn(list: string[], item: string): number {
  const index = list.indexOf(item)
  return index < 0 ? list.push(item) - 1 : index
}
