import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

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

/** Serves the files of a folder, as any static host does. */
export function serveFiles(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 })
    // Absolute, so that `..` cannot lead out of the folder.
    const path = normalize(join(sep, decodePath(request.url)))
    const file = join(folder, path.endsWith(sep) ? join(path, 'index.html') : path)
    const body = await readFile(file).catch(() => undefined)
    if (!body) return new Response('Not found', { status: 404 })
    const headers = {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      // Also against pages on other ports of this machine: to cookies these are the same site.
      'content-security-policy': "frame-ancestors 'none'",
      // Names of assets change with what they hold; the page itself is asked for anew.
      'cache-control': path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
    }
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), { headers })
  }
}

function decodePath(url: string): string {
  try {
    return decodeURIComponent(new URL(url).pathname)
  } catch {
    return '/'
  }
}
