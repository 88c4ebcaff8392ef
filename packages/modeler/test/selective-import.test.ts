import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const resources = new URL('../src/resources/', import.meta.url)

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

test('the whole client loads the validation', () => {
  expect(loads(new URL('../src/index.ts', import.meta.url))).toContain('@x/rest/validation')
})

test.each(readdirSync(resources))('%s alone loads no validation and no other resource', (name) => {
  const loaded = [...loads(new URL(name, resources))]
  expect(loaded.filter((one) => !one.startsWith('file:'))).toEqual(['@x/rest'])
  expect(loaded.filter((one) => /\/(resources|operations|schemas)\//.test(one))).toEqual([])
})

test('every resource has its sub-path', () => {
  const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const names = readdirSync(resources).map((name) => `./${name.replace('.ts', '')}`)
  expect(Object.keys(exports)).toEqual(expect.arrayContaining(names))
})
