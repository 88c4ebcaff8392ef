// Caches the page's own files, so that it works offline. The embedded Camunda needs no network.

/** All files of the build except rarely used ones; inserted by the build. */
declare const FILES: readonly string[]
/** Changes whenever one of them does. */
declare const VERSION: string

const worker = globalThis as unknown as ServiceWorkerGlobalScope
const NAME = 'camunda-playground-files'
const CACHE = `${NAME}-${VERSION}`

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([...FILES])))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([deleteFormerFiles(), worker.clients.claim()]))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  // Other requests, such as calls through the proxy, are not handled here.
  if (request.method !== 'GET' || !isFile(request.url)) return
  event.respondWith(request.mode === 'navigate' ? newest(request) : kept(request))
})

const scope = new URL(worker.registration.scope)

function isFile(url: string): boolean {
  const { origin, pathname } = new URL(url)
  if (origin !== scope.origin) return false
  return pathname === scope.pathname || pathname.startsWith(`${scope.pathname}assets/`) || isListed(pathname)
}

function isListed(pathname: string): boolean {
  return FILES.some((file) => new URL(file, scope).pathname === pathname)
}

/** The page itself: from the network, which may have a newer one, otherwise from the cache. */
async function newest(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const page = await caches.match(scope.href)
    if (!page) throw error
    return page
  }
}

/** Files whose names change with their contents: from the cache, otherwise from the network and then cached. */
async function kept(request: Request): Promise<Response> {
  const known = await caches.match(request)
  if (known) return known
  const response = await fetch(request)
  if (response.ok) await (await caches.open(CACHE)).put(request, response.clone())
  return response
}

async function deleteFormerFiles(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith(NAME) && name !== CACHE).map((name) => caches.delete(name)))
}
