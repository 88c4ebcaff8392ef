import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const site: string = fileURLToPath(new URL('../../site/', import.meta.url))
if (!existsSync(site)) throw new Error('There is no site to look at. Run pnpm run docs.')

export const readSite = (path: string): string => readFileSync(`${site}${path}`, 'utf8')

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
