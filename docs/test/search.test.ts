import { pathToFileURL } from 'node:url'
import MiniSearch from 'minisearch'
import { beforeAll, expect, test } from 'vitest'
import { searchRanking, searchTerms } from '../src/vitepress/search.ts'
import { files, readSite, site } from './support/site.ts'

let index: MiniSearch

/** Where the results of a query lead, best first. */
const search = (query: string): string[] => index.search(query, searchRanking).map(({ id }) => id)

beforeAll(async () => {
  const name = files.find((file) => /^assets\/chunks\/@localSearchIndexroot\..*\.js$/.test(file)) ?? ''
  const { default: json } = (await import(pathToFileURL(`${site}${name}`).href)) as { default: string }
  index = MiniSearch.loadJSON(json, {
    fields: ['title', 'titles', 'text'],
    storeFields: ['title', 'titles'],
    ...searchTerms,
  })
})

test.each([
  ['get all incidents', /^\/cookbook\/incidents\.html#export-all-incidents/],
  ['token in lambda', /^\/cookbook\/tokens\.html#share-tokens-in-lambda/],
  ['retry failed', /^\/cookbook\/incidents\.html#find-out-why-instances-failed/],
  ['deploy from CI', /^\/cookbook\/deployment\.html#deploy-from-ci/],
  ['user task', /^\/cookbook\/user-tasks\.html/],
])('%s: a recipe is first, and no reference among the first three', (query, first) => {
  const found = search(query)
  expect(found[0]).toMatch(first)
  for (const one of found.slice(0, 3)) expect(one).toMatch(/^\/(cookbook|guides|runtimes|operations\/orchestration)\//)
})

test.each([
  ['all incidents deno', /^\/(cookbook\/incidents|runtimes\/deno)\.html/],
  ['429', /^\/(cookbook\/calls|guides\/errors-and-retries)\.html/],
  ['updateIpAllowlist', /^\/(operations|reference)\/console\/clusters\.html/],
])('%s', (query, first) => {
  expect(search(query)[0]).toMatch(first)
})

test('the name of a function leads to its page in the reference, too', () => {
  expect(search('createOAuth')[0]).toBe('/reference/auth/main.html#createoauth')
  expect(search('connectCluster')[0]).toBe('/reference/camunda/main.html#connectcluster')
})

test('an operation has its full name as a title', () => {
  const id = '/operations/orchestration/process-instances.html#processinstancesresolveincidentsbatch'
  const found = index.search('resolveIncidentsBatch', searchRanking).find((one) => one.id === id)
  expect(found?.title).toBe('processInstances.resolveIncidentsBatch')
})

test('every section is found, and every result is a page', () => {
  const ids = new Set(search('process token client incidents decision bench test'))
  for (const folder of [
    'cookbook',
    'guides',
    'runtimes',
    'operations',
    'reference',
    'examples',
    'measured',
    'decisions',
  ]) {
    expect(
      [...ids].some((id) => id.startsWith(`/${folder}/`)),
      folder,
    ).toBe(true)
  }
  for (const id of ids)
    expect(files).toContain(
      id
        .slice(1)
        .split('#')[0]
        ?.replace(/(^|\/)$/, '$1index.html'),
    )
})

test('the page has the same ranking: its functions are there as text', () => {
  const metadata = files.find((file) => /^assets\/chunks\/metadata\..*\.js$/.test(file)) ?? ''
  expect(readSite(metadata)).toContain('boostDocument')
  expect(readSite(metadata)).toContain('processTerm')
})
