import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveFiles } from '../../server/static-files.ts'

let place: string
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'static-files-'))
  await mkdir(join(place, 'site'))
  await writeFile(join(place, 'secret.txt'), 'secret')
  await writeFile(join(place, 'site/index.html'), '<title>page</title>')
})
afterAll(() => rm(place, { recursive: true }))

const get = (path: string, method = 'GET'): Promise<Response> =>
  serveFiles(join(place, 'site'))(new Request(`http://localhost${path}`, { method }))

test('serves the page of a folder, and nothing sniffs its type', async () => {
  const response = await get('/')
  expect(await response.text()).toContain('page')
  expect(response.headers.get('content-type')).toContain('text/html')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('content-security-policy')).toBe("frame-ancestors 'none'")
  expect(response.headers.get('x-frame-options')).toBe('DENY')
})

test('tells the page where the proxy is, and nothing where there is none', async () => {
  const serve = serveFiles(join(place, 'site'), '/camunda')
  const page = await serve(new Request('http://localhost/'))
  expect(await page.text()).toContain('<meta name="playground-proxy" content="/camunda" />')
  expect(await (await get('/')).text()).not.toContain('<meta')
})

test('has an icon for every browser that asks for one', async () => {
  expect((await get('/favicon.ico')).status).toBe(204)
})

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/x/..%2f..%2f..%2fsecret.txt',
  '/%',
  '/missing',
])('gives nothing for %s', async (path) => {
  expect((await get(path)).status).not.toBe(500)
  expect(await (await get(path)).text()).not.toContain('secret')
})

test('takes no other methods', async () => {
  expect((await get('/', 'POST')).status).toBe(405)
})
