import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { PROXY_META } from '../src/connection/proxy-info.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** Also against pages on other ports of this machine: to cookies these are the same site. */
const FRAMES = { 'content-security-policy': "frame-ancestors 'none'", 'x-frame-options': 'DENY' }

/**
 * Serves the files of a folder, as any static host does.
 *
 * @param proxyPath - Path of the proxy beside them; the page reads it from a `meta` element.
 */
export function serveFiles(folder: string, proxyPath?: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 })
    // Absolute, so that `..` cannot lead out of the folder.
    const path = normalize(join(sep, decodePath(request.url)))
    const file = join(folder, path.endsWith(sep) ? join(path, 'index.html') : path)
    // Browsers request it for every page that names no other, such as an error.
    if (path === `${sep}favicon.ico`) return new Response(null, { status: 204, headers: FRAMES })
    const found = await readFile(file).catch(() => undefined)
    if (!found) return new Response('Not found', { status: 404, headers: FRAMES })
    const isPage = extname(file) === '.html' && proxyPath !== undefined
    const body = isPage ? withMeta(found.toString(), PROXY_META, proxyPath) : found
    const headers = {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      ...FRAMES,
      // Names of assets change with what they hold; the page itself is asked for anew.
      'cache-control': path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
    }
    return new Response(request.method === 'HEAD' ? null : body, { headers })
  }
}

function withMeta(page: string, name: string, content: string): string {
  return page.replace('<title>', `<meta name="${name}" content="${content}" />\n    <title>`)
}

function decodePath(url: string): string {
  try {
    return decodeURIComponent(new URL(url).pathname)
  } catch {
    return '/'
  }
}
