import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createFiles } from '../src/entries/files.ts'
import { createFiles as createUncheckedFiles } from '../src/entries/unchecked/files.ts'
import { createVersions } from '../src/entries/versions.ts'
import { metadata } from './samples.ts'
import { auth, clientOf, serve } from './server.ts'

const entries = new URL('../src/entries/', import.meta.url)
const names = readdirSync(entries).filter((name) => name.endsWith('.ts'))

/** Everything that a module loads at run time, packages by name. */
function loads(module: URL, seen = new Set<string>()): Set<string> {
  const source = readFileSync(module, 'utf8')
  for (const [, clause, from] of source.matchAll(/^(?:import|export) ([^'"]*?)from '([^']+)'/gms)) {
    const onlyTypes = clause?.startsWith('type ') || /^\{(\s*type [^,}]+,?)+\s*\}/.test(clause ?? '')
    if (onlyTypes || !from) continue
    const name = from.startsWith('.') ? new URL(from, module).href : from
    if (seen.has(name)) continue
    seen.add(name)
    if (from.startsWith('.')) loads(new URL(name), seen)
  }
  return seen
}

const packagesOf = (entry: string): string[] =>
  [...loads(new URL(`../src/${entry}`, import.meta.url))].filter((name) => !name.startsWith('file:')).sort()

test.each([['index.ts', 'unchecked.ts'], ...names.map((name) => [`entries/${name}`, `entries/unchecked/${name}`])])(
  '%s loads the checks, %s does not',
  (checked = '', unchecked = '') => {
    expect(packagesOf(checked)).toEqual(['@x/rest', '@x/rest/shapes'])
    expect(packagesOf(unchecked)).toEqual(['@x/rest'])
  },
)

test('every resource has its two sub-paths', () => {
  const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const paths = names.flatMap((name) => [`./${name.replace('.ts', '')}`, `./unchecked/${name.replace('.ts', '')}`])
  expect(Object.keys(exports)).toEqual(expect.arrayContaining(paths))
})

test('one resource checks what the server sends; unchecked, it passes it on', async () => {
  const { origin: baseUrl } = await serve(() => ({ json: { metadata: { ...metadata, revision: 'third' } } }))
  await expect(createFiles({ auth, baseUrl }).get('f1')).rejects.toMatchObject({ code: 'response_invalid' })
  expect(await createUncheckedFiles({ auth, baseUrl }).get('f1')).toMatchObject({ metadata: { revision: 'third' } })
})

test('resources of a client share its connection: the options and the rate', async () => {
  const { modeler, received } = await clientOf(({ path }) => (path.includes('f') ? { json: {} } : { status: 204 }), {
    requestsPerMinute: 2,
    validate: 'off',
  })
  const files = createFiles(modeler)
  const versions = createVersions(modeler)
  await files.get('f1')
  await versions.delete('v1')
  expect(received.map(({ path, authorization }) => [path, authorization])).toEqual([
    ['/api/v1/files/f1', 'Bearer test-token'],
    ['/api/v1/versions/v1', 'Bearer test-token'],
  ])
  // The two have used up the rate of the client.
  await expect(modeler.info.get({ timeoutMs: 1000 })).rejects.toMatchObject({ name: 'TimeoutError' })
  expect(received).toHaveLength(2)
})
