import { readPage } from '../navigation.ts'
import type { Page } from '../page.ts'

const BUTTONS = [
  { theme: 'brand', text: 'Get started', link: '/guides/getting-started.html' },
  { theme: 'alt', text: 'Cookbook', link: '/cookbook/' },
  { theme: 'alt', text: 'Operations', link: '/operations/' },
]

/** The first page: its heading and first paragraph are the headline, with buttons below. */
export function homePage(): Page {
  const [page] = readPage('docs/index.md', 'index')
  const [, promise, rest] = /^# .+\n\n(.+)\n\n([\s\S]*)$/.exec(page?.markdown ?? '') ?? []
  if (!page || !promise || !rest) throw new Error('docs/index.md does not begin with a heading and a paragraph.')
  const hero = {
    name: page.title,
    text: 'Every API, every version, every runtime',
    tagline: promise,
    actions: BUTTONS,
  }
  return { ...page, body: rest, frontMatter: { layout: 'home', hero } }
}
