import { type Page, pagesOf, type Section } from './page.ts'

export interface LlmsOptions {
  readonly title: string
  /** Markdown that says in its first sentence what all of it is. */
  readonly about: string
  readonly sections: readonly Section[]
}

/** https://llmstxt.org: the pages that a reader of Markdown may want, in the order of the navigation. */
export function llmsText({ title, about, sections }: LlmsOptions): string {
  const parts = sections.map((section) => `## ${section.title}\n\n${pagesOf(section).map(line).join('\n')}\n`)
  return [`# ${title}\n\n> ${firstSentence(about)}\n`, ...parts].join('\n')
}

function line({ title, address, markdown }: Page): string {
  const words = firstSentence(markdown)
  const [, , name, isEntry] = /^(reference)\/([^/]+)\/(.*)/.exec(address) ?? []
  const label = name && isEntry !== 'index' ? `@x/${name}${isEntry === 'main' ? ', main entry' : `/${isEntry}`}` : title
  return `- [${label}](${address}.md)${words && `: ${words}`}`
}

/** Of the first paragraph, without its links; headings, tables, lists and code are no paragraphs. */
export function firstSentence(markdown: string): string {
  const text = markdown
    .replaceAll(/^---\n[\s\S]*?\n---$/gm, '')
    .replaceAll(/^(`{3,}).*\n[\s\S]*?\n\1$/gm, '')
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
  const paragraph = text.split(/\n\s*\n/).find((one) => /^[^#|<\-\s*]/.test(one.trimStart())) ?? ''
  const flat = paragraph.replaceAll(/\s+/g, ' ').trim()
  return /^.*?\.(?= |$)/.exec(flat)?.[0] ?? flat.replace(/:$/, '')
}
