import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { docsFolder, projectSections, writtenSections } from '../src/navigation.ts'
import { pagesOf } from '../src/page.ts'
import { files, pages, readSite } from './support/site.ts'

const llms = readSite('llms.txt')
const sections = [...writtenSections(), ...projectSections()]

test('every page is there as Markdown, too, and says so', () => {
  for (const page of pages) {
    const markdown = page.replace(/\.html$/, '.md')
    expect(files).toContain(markdown)
    expect(readSite(page)).toContain(`rel="alternate" type="text/markdown" href="${markdown.split('/').at(-1)}"`)
  }
})

test.each(['guides', 'runtimes', 'cookbook', 'decisions'])('%s: the navigation forgets no page', (folder) => {
  const section = sections.find((one) => one.folder === folder)
  const written = readdirSync(new URL(`${folder}/`, docsFolder)).filter((name) => name.endsWith('.md'))
  expect(
    section &&
      pagesOf(section)
        .map(({ file }) => file?.split('/').at(-1))
        .sort(),
  ).toEqual(written.sort())
})

test('llms.txt has all of them in the order of the navigation', () => {
  const titles = sections.flatMap((section) => [
    `\n## ${section.title}\n`,
    ...pagesOf(section).map(({ title, address }) => `- [${title}](${address}.md)`),
  ])
  const places = titles.map((title) => llms.indexOf(title))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('llms.txt has every package, with what it is', () => {
  for (const name of readdirSync(new URL('../packages/', docsFolder))) {
    expect(llms).toMatch(new RegExp(`^- \\[@x/${name}\\]\\(reference/${name}/index\\.md\\): \\w`, 'm'))
  }
})

test('guides keep their words and their code, without the notes for tools', () => {
  const guide = readFileSync(new URL('guides/choosing-a-storage.md', docsFolder), 'utf8')
  const page = readSite('guides/choosing-a-storage.md')
  expect(page).not.toContain('<!--')
  for (const heading of guide.match(/^#+ .*$/gm) ?? []) expect(page).toContain(heading)
  for (const code of guide.match(/^```[\s\S]*?^```$/gm) ?? []) expect(page).toContain(code)
})

test('what guides show as code is quoted from files, but for commands', () => {
  const guides = sections.filter(({ title }) => title === 'Guides').flatMap(pagesOf)
  expect(guides.length).toBeGreaterThan(0)
  for (const { title, markdown } of guides) {
    const fences = [...markdown.matchAll(/^(.*)\n```(\w+)\n[\s\S]*?^```$/gm)]
    const typed = fences.filter(([, before, language]) => language !== 'sh' && !before?.startsWith('<!-- quote: '))
    expect(
      typed.map(([fence]) => fence),
      title,
    ).toEqual([])
  }
})

test('the index of the guides says what each is about', () => {
  expect(readSite('guides/index.md')).toContain(
    '- [Workers](./workers.md): Job workers for your processes: service tasks, send tasks, listeners',
  )
})
