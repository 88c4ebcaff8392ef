// Makes the links of Markdown files in the repository lead to pages of the site, and keeps what no page shows as media.
import { existsSync, statSync } from 'node:fs'
import { posix } from 'node:path'
import { repository } from './navigation.ts'
import type { Page, Section } from './page.ts'

/** Resolves the links of pages, and collects the files they need. */
export interface Linker {
  /** The Markdown of a page with links that are relative to its address. */
  resolve(page: Page): string
  /** Files of the repository by the name that media has. */
  readonly media: ReadonlyMap<string, string>
}

export function createLinker(sections: readonly Section[], pages: readonly Page[]): Linker {
  const places = new Map<string, string>()
  for (const { file, shows = [], address } of pages)
    for (const path of [file, ...shows]) if (path) places.set(path, address)
  for (const { shows, folder } of sections) for (const path of shows) places.set(path, `${folder}/index`)
  const media = new Map<string, string>()

  const resolveLink = (link: string, page: Page): string => {
    if (page.file === undefined || /^([a-z][a-z0-9+.-]*:|#|\/)/i.test(link)) return link
    const [path = '', anchor] = link.split('#')
    const target = posix.join(posix.dirname(page.file), decodeURIComponent(path)).replace(/\/$/, '')
    const address = places.get(target) ?? places.get(posix.join(target, 'README.md'))
    const from = posix.dirname(page.address)
    if (address !== undefined) return `${relative(from, `${address}.md`)}${anchor ? `#${anchor}` : ''}`
    const file = new URL(target, repository)
    if (!existsSync(file) || statSync(file).isDirectory()) throw new Error(`${page.file}: ${link} leads nowhere.`)
    const name = mediaName(target)
    media.set(name, target)
    return relative(from, `media/${name}`)
  }

  return {
    media,
    resolve: (page) =>
      outsideCode(page.markdown, (text) =>
        text
          // Comments in Markdown are notes for tools, such as where a quote comes from.
          .replaceAll(/^[ \t]*<!-- .* -->\n/gm, '')
          .replaceAll(/(\]\()([^)\s]+)(?=\))/g, (_, before: string, link: string) => before + resolveLink(link, page))
          .replaceAll(
            /(\s(?:src|srcset|href)=")([^"]+)(?=")/g,
            (_, before: string, link: string) => before + resolveLink(link, page),
          ),
      ),
  }
}

/** Sources that pages link to are text: web servers take `.ts` for a film, and `.js` for something to run. */
function mediaName(path: string): string {
  const name = path.replaceAll('/', '-').replace(/^\./, '')
  return /\.(svg|png|webp)$/.test(name) ? name : `${name}.txt`
}

function relative(from: string, to: string): string {
  const path = posix.relative(from, to)
  return path.startsWith('.') ? path : `./${path}`
}

/** Applies `change` to what is not in a fence. */
function outsideCode(markdown: string, change: (text: string) => string): string {
  return markdown
    .split(/^(\s*(`{3,}).*\n[\s\S]*?\n\s*\2$)/m)
    .filter((_, index) => index % 3 !== 2)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('')
}
