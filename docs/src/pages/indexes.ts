import { posix } from 'node:path'
import { firstSentence } from '../llms.ts'
import { type Page, pagesOf, type Section } from '../page.ts'

/** The page that lists a section, unless it was written by hand. */
export function indexPage(section: Section): Page[] {
  const { title, summary, folder, groups, hasSummaries } = section
  const address = `${folder}/index`
  if (pagesOf(section).some((page) => page.address === address)) return []
  const lists = groups.map(({ title, pages }) => {
    const items = pages.map((page) => {
      const words = hasSummaries ? firstSentence(page.markdown) : ''
      return `- [${page.title}](./${posix.relative(folder, page.address)}.md)${words && `: ${words}`}`
    })
    return `${title === undefined ? '' : `## ${title}\n\n`}${items.join('\n')}\n`
  })
  return [{ title, address, markdown: `# ${title}\n\n${summary}\n\n${lists.join('\n')}` }]
}
