import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const root = new URL('../../../../', import.meta.url)
const skipped = ['node_modules', 'dist', 'site', '.pages', '.snippets', '.turbo']
const files = globSync('**/*.md', { cwd: root, exclude: (name) => skipped.includes(name.split('/').at(-1) ?? '') })

/** Returns the targets of a page's links within the repository, not counting links in code. */
function findLinks(text: string): string[] {
  const prose = text.replace(/^(`{3,}).*\n[\s\S]*?^\1$/gm, '').replace(/`[^`\n]*`(?!\])/g, '')
  const links = [...prose.matchAll(/\]\(([^)\s]+)/g)].map(([, link = '']) => link)
  return links.filter((link) => !/^([a-z]+:|#)/i.test(link)).map((link) => link.replace(/#.*/, ''))
}

it('finds links in prose, and none in code', () => {
  const text = 'a [b](c.md#d) `[e](f)` [`g`](h)\n```md\n[i](j)\n```\n[k](https://l) [m](#n)'
  expect(findLinks(text)).toEqual(['c.md', 'h'])
})

it('every link between files of this repository works', () => {
  expect(files).toContain('CONTRIBUTING.md')
  const lost = files.flatMap((file) => {
    const page = new URL(file, root)
    const links = findLinks(readFileSync(page, 'utf8'))
    return links.filter((link) => !existsSync(new URL(link, page))).map((link) => `${file}: ${link}`)
  })
  expect(lost).toEqual([])
})
