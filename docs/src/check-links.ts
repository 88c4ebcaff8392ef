import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'

/** Every link of every page of a built site that leads nowhere, or to a place that no page may name; as sentences. */
export async function findBrokenLinks(folder: string): Promise<string[]> {
  const site = resolve(folder)
  const files = (await readdir(site, { recursive: true })).filter((name) => /\.(html|md|txt)$/.test(name))
  const pages = new Map<string, string>()
  // What is quoted as media is no page of the site.
  for (const name of files.filter((name) => !name.startsWith('media/'))) {
    pages.set(join(site, name), await readFile(join(site, name), 'utf8'))
  }
  const anchors = new Map([...pages].map(([file, text]) => [file, readAnchors(text)]))
  return [...pages].flatMap(([file, text]) => {
    const links = file.endsWith('.html') ? readHtmlLinks(text) : readMarkdownLinks(text)
    return links.flatMap((link) => {
      const problem = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(link)
        ? judgeExternal(link)
        : judgeInternal(link, file, site, anchors)
      return problem ? [`${relative(site, file)}: ${link} ${problem}`] : []
    })
  })
}

/** There is no network here, so only the form is judged. */
function judgeExternal(link: string): string | undefined {
  if (link.startsWith('data:')) return undefined
  if (!URL.canParse(link)) return 'is no URL'
  const { protocol, hostname } = new URL(link)
  if (protocol === 'mailto:' || protocol === 'https:') return undefined
  return protocol === 'http:' && hostname === 'localhost' ? undefined : 'is not https'
}

function judgeInternal(
  link: string,
  file: string,
  site: string,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const [path = '', anchor] = link.split('#').map(decodeURIComponent)
  const named = path.startsWith('/') ? join(site, path) : path ? resolve(dirname(file), path) : file
  // Servers answer for a folder with its index.
  const target = named.endsWith('/') || path.endsWith('/') ? join(named, 'index.html') : named
  if (path && !existsSync(target)) return 'leads nowhere'
  // Markdown has no anchors but what its reader makes of headings.
  if (!anchor || !target.endsWith('.html')) return undefined
  return anchors.get(target)?.has(anchor) ? undefined : 'has no such place on its page'
}

function readAnchors(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/\b(?:id|name)="([^"]*)"/g)].map(([, id = '']) => decodeEntities(id)))
}

function readHtmlLinks(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src|srcset)="([^"]*)"/g)]
    .map(([, link = '']) => decodeEntities(link))
    .filter((link) => link !== '#')
}

/** Code is no link, whatever brackets it has. */
function readMarkdownLinks(markdown: string): string[] {
  const prose = markdown.replaceAll(/^(\s*)(`{3,}).*\n[\s\S]*?\n\1\2$/gm, '').replaceAll(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\((<[^>]*>|[^)\s]*)\)/g)].map(([, link = '']) => link.replace(/^<(.*)>$/, '$1'))
}

function decodeEntities(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
}
