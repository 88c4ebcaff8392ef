import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Machine } from '../../tools/describe-machine.ts'
import { repository } from '../src/navigation.ts'
import { readSite, toText } from './support/site.ts'

const recorded = [
  { page: 'runtimes', json: 'apps/checks/runtimes/runtimes.json' },
  { page: 'bench', json: 'apps/bench/results/bench.json' },
  { page: 'bundle-sizes', json: 'apps/checks/packed/bundle-sizes.json' },
]

test.each(recorded)('$page: says where and when, as $json has it', ({ page, json }) => {
  const { machine }: { machine: Machine } = JSON.parse(readFileSync(new URL(json, repository), 'utf8'))
  const text = toText(readSite(`measured/${page}.html`))
  expect(text).toContain(`${machine.date}, ${machine.cpu}`)
  expect(text).toContain(`commit ${machine.commit}`)
})

test('the bench has its tables and its chart', () => {
  const html = readSite('measured/bench.html')
  expect(html.match(/<table\b/g)?.length).toBeGreaterThan(4)
  expect(html).toMatch(/<img [^>]*src="\.\/\.\.\/media\/[\w-]*bench[\w-]*\.svg"/)
})

test.each([
  ['the README names the runtimes that were run', 'tools/sync/runtimes.mjs'],
  ['the comparison has the figures of the bench', 'tools/sync/comparison.mjs'],
  ['bundles are within their budgets, and weigh what is kept', 'tools/sync/sizes.ts'],
])('%s', (_, script) => {
  const path = fileURLToPath(new URL(script, repository))
  const { stderr, status } = spawnSync(process.execPath, [path, '--check'], { encoding: 'utf8' })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
})
