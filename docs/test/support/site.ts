import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const site: string = fileURLToPath(new URL('../../site/', import.meta.url))
if (!existsSync(site)) throw new Error('There is no site to look at. Run pnpm run docs.')

export const readSite = (path: string): string => readFileSync(`${site}${path}`, 'utf8')

/** Everything on the site, by its path. */
export const files: readonly string[] = readdirSync(site, { recursive: true, encoding: 'utf8' })

/** The pages: all but the one for addresses that are none. */
export const pages: readonly string[] = files.filter((name) => name.endsWith('.html') && name !== '404.html')

/** The text of HTML as a reader sees it. */
export function toText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
