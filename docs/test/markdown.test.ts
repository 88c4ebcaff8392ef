import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { docsFolder, readSections } from '../src/navigation.ts'
import { readSite, site } from './support/site.ts'

const files = readdirSync(site, { recursive: true, encoding: 'utf8' })
const llms = readSite('llms.txt')

test('every page stands there as Markdown, too, and says so', () => {
  for (const page of files.filter((name) => name.endsWith('.html'))) {
    const markdown = page.replace(/\.html$/, '.md')
    expect(existsSync(`${site}${markdown}`), markdown).toBe(true)
    expect(readSite(page)).toContain(`rel="alternate" type="text/markdown" href="${markdown.split('/').at(-1)}"`)
  }
})

test('no guide is forgotten by the navigation, and llms.txt has them in its order', () => {
  const sections = readSections()
  const guides = sections.find(({ title }) => title === 'Guides')?.pages ?? []
  const written = readdirSync(new URL('guides/', docsFolder)).filter((name) => name.endsWith('.md'))
  expect(guides.map(({ file }) => file.pathname.split('/').at(-1)).sort()).toEqual(written.sort())
  const titles = sections.flatMap(({ title, pages }) => [`## ${title}`, ...pages.map((page) => `- [${page.title}](`)])
  const places = titles.map((title) => llms.indexOf(title))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places).not.toContain(-1)
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
  for (const { title, pages } of readSections().filter(({ title }) => title === 'Guides')) {
    expect(pages.length, title).toBeGreaterThan(0)
    for (const page of pages) {
      const fences = [...readFileSync(page.file, 'utf8').matchAll(/^(.*)\n```(\w+)\n[\s\S]*?^```$/gm)]
      const typed = fences.filter(([, before, language]) => language !== 'sh' && !before?.startsWith('<!-- quote: '))
      expect(
        typed.map(([fence]) => fence),
        page.title,
      ).toEqual([])
    }
  }
})
