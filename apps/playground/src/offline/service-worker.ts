// Keeps the page's own files, so that it opens again without a network. The embedded Camunda needs none.

/** All files of the build but those that few will open; written in by the build. */
declare const FILES: readonly string[]
/** Differs whenever one of them does. */
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
  // What is not a file of the page, such as a call through the proxy, is none of our business.
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

/** The page itself: from the network, which may have a newer one, else as it was kept. */
async function newest(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const page = await caches.match(scope.href)
    if (!page) throw error
    return page
  }
}

/** Files whose name changes with what they hold: as they were kept, else from the network, and kept from then on. */
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
