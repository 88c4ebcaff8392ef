// Reads the declared types of an API's operations from the sources.
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pathParams } from '@x/rest'
import type { Operation } from '@x/rest/shapes'
import ts from 'typescript'
import { repository } from '../navigation.ts'
import { DeclaredType, type Scope } from './declared-type.ts'

type Part = 'query' | 'body' | 'form' | 'response'

export interface DeclaredTypes {
  /** The type of an input, or of the response. */
  of(operation: Operation, part: Part): DeclaredType | undefined
  /** The type with this name. */
  named(name: string | undefined): DeclaredType | undefined
}

/** The types that all API packages share. */
const shared = readScope('packages/rest/src/', () => undefined).scope

export function readDeclaredTypes(api: string): DeclaredTypes {
  const { scope, sources } = readScope(`packages/${api}/src/api/`, shared)
  const methods = new Map<string, ts.MethodSignature>()
  for (const source of sources) {
    const resource = source.fileName
      .slice(0, -'.ts'.length)
      .replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    for (const { members } of source.statements.filter(ts.isInterfaceDeclaration))
      for (const member of members.filter(ts.isMethodSignature))
        methods.set(`${resource}.${member.name.getText()}`, member)
  }
  return {
    of: (operation, part) => {
      const method = methods.get(operation.id)
      const index = pathParams(operation.path).length + (operation.takes ?? []).indexOf(part as 'body')
      const type = part === 'response' ? method?.type : method?.parameters[index]?.type
      return type && new DeclaredType(type, scope)
    },
    named: (name) => {
      const found = name === undefined ? undefined : scope(name)
      return found && new DeclaredType(found.node, found.scope)
    },
  }
}

/** Reads the interfaces and aliases of a folder. Names that it does not declare are those of `outer`. */
function readScope(path: string, outer: Scope): { scope: Scope; sources: readonly ts.SourceFile[] } {
  const folder = fileURLToPath(new URL(path, repository))
  const sources = globSync('*.ts', { cwd: folder }).map((file) =>
    ts.createSourceFile(file, readFileSync(`${folder}${file}`, 'utf8'), ts.ScriptTarget.Latest, true),
  )
  const declarations = sources
    .flatMap(({ statements }) => [...statements])
    .filter((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
  const byName = new Map(declarations.map((node) => [node.name.text, node]))
  const scope: Scope = (name) => {
    const node = byName.get(name)
    return node ? { node, scope } : outer(name)
  }
  return { scope, sources }
}
