import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import type { Plugin } from 'vite'
import type { Descriptions } from '../src/explore/descriptions.ts'

const PREFIX = 'virtual:descriptions/'
const packages = fileURLToPath(new URL('../../../packages', import.meta.url))

/** Makes what the doc comments of an API's interfaces say a module: `virtual:descriptions/operate`. */
export function descriptions(): Plugin {
  return {
    name: 'descriptions',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load: (id) => {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined
      return `export default ${JSON.stringify(readDescriptions(id.slice(PREFIX.length + 1)))}`
    },
  }
}

/** Reads the doc comments of the interfaces of one API package. */
export function readDescriptions(api: string): Descriptions {
  const operations: Record<string, { text: string; errors: string[] }> = {}
  const members = new Map<string, Record<string, string>>()
  const bases = new Map<string, readonly string[]>()
  const folder = join(packages, api, 'src/api')
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    const source = ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true)
    const resource = file.slice(0, -'.ts'.length).replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    for (const node of source.statements.filter(ts.isInterfaceDeclaration)) {
      const texts: Record<string, string> = {}
      for (const member of node.members) {
        const name = member.name?.getText(source)
        if (name === undefined) continue
        if (ts.isMethodSignature(member) && hasTag(member, 'operation')) {
          operations[`${resource}.${name}`] = { text: textOf(member), errors: errorsOf(member) }
        } else if (textOf(member) !== '') texts[name] = textOf(member)
      }
      members.set(node.name.text, texts)
      bases.set(
        node.name.text,
        (node.heritageClauses ?? []).flatMap(({ types }) => types.map(({ expression }) => expression.getText(source))),
      )
    }
  }
  const inherited = (name: string): Record<string, string> =>
    Object.assign({}, ...(bases.get(name) ?? []).map(inherited), members.get(name))
  const all = [...members.keys()].map((name) => [name, inherited(name)] as const)
  return { operations, types: Object.fromEntries(all.filter(([, texts]) => Object.keys(texts).length > 0)) }
}

/** The doc comment before its first tag. */
function textOf(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)
  return ts.getTextOfJSDocComment(doc?.comment)?.trim() ?? ''
}

function hasTag(node: ts.Node, name: string): boolean {
  return ts.getJSDocTags(node).some(({ tagName }) => tagName.text === name)
}

/** What it throws, one text for each tag. The type before it is not for readers. */
function errorsOf(node: ts.Node): string[] {
  return ts
    .getJSDocTags(node)
    .filter(({ tagName }) => tagName.text === 'throws')
    .map((tag) => {
      const text = ts.getTextOfJSDocComment(tag.comment)?.trim() ?? ''
      return text.replace(/^\{(\w+)\}\s*/, '').replaceAll(/\s+/g, ' ')
    })
}
