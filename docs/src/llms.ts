import {
  Comment,
  type CommentDisplayPart,
  type DeclarationReflection,
  type ProjectReflection,
  type Reflection,
  ReflectionKind,
} from 'typedoc'
import { isResource } from './typedoc/entries.ts'
import { MAIN } from './typedoc/site-router.ts'

/** What one calls. The types lead on from there, and so do the pages of operations. */
const CALLED = ReflectionKind.Function | ReflectionKind.Class | ReflectionKind.Variable

/** https://llmstxt.org: the pages that a reader of Markdown may want, in the order of the navigation. */
export function llmsText(project: ProjectReflection, addresses: ReadonlyMap<Reflection, string>): string {
  const line = (reflection: Reflection, name: string, words: string): string[] => {
    const address = addresses.get(reflection)
    return address ? [`- [${name}](${address})${words && `: ${words}`}`] : []
  }
  /** A module, what it exports, and the modules in it. */
  const listModule = (module: DeclarationReflection, packageName: string): string[] => {
    const name = module.name === MAIN ? `${packageName}, main entry` : `${packageName}/${module.name}`
    return [...line(module, name, summaryOf(module)), ...listMembers(module, packageName)]
  }
  const listMembers = (parent: DeclarationReflection | ProjectReflection, packageName: string): string[] => {
    const { children = [] } = parent
    return [
      ...children
        .filter((one) => one.kindOf(CALLED) || isResource(one))
        .flatMap((one) => line(one, one.name, summaryOf(one))),
      ...children.filter(isModule).flatMap((one) => listModule(one, packageName)),
    ]
  }
  const documents = project.documents ?? []
  const packages = documents.length > 0 ? (project.children?.filter(isModule) ?? []) : [project]
  const sections = [
    ...documents.map(({ name, children = [] }) => ({
      title: name,
      lines: children.flatMap((page) => line(page, page.name, firstSentence(page.content))),
    })),
    ...packages.map((one) => ({
      title: `Reference of ${one.name}`,
      lines: [...line(one, one.name, firstSentence(one.readme)), ...listMembers(one, one.name)],
    })),
  ]
  const head = `# ${project.name}\n\n> ${firstSentence(project.readme)}\n`
  return [head, ...sections.map(({ title, lines }) => `## ${title}\n\n${lines.join('\n')}\n`)].join('\n')
}

const isModule = (reflection: Reflection): boolean => reflection.kindOf(ReflectionKind.Module)

function summaryOf(reflection: DeclarationReflection): string {
  const comment = reflection.comment ?? reflection.signatures?.[0]?.comment
  return firstSentence(comment?.summary)
}

/** Of the first paragraph, without its links; headings, tables, lists and code are no paragraphs. */
function firstSentence(parts: readonly CommentDisplayPart[] = []): string {
  const text = Comment.combineDisplayParts(parts)
    .replaceAll(/^(`{3,}).*\n[\s\S]*?\n\1$/gm, '')
    .replaceAll(/\{@\w+ ([^}|]*\|)?([^}]*)\}/g, '$2')
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
  const paragraph = text.split(/\n\s*\n/).find((one) => /^[^#|<\-\s]/.test(one)) ?? ''
  const flat = paragraph.replaceAll(/\s+/g, ' ').trim()
  return /^.*?\.(?= |$)/.exec(flat)?.[0] ?? flat.replace(/:$/, '')
}
