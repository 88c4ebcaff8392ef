import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createHubClient } from '../src/index.ts'
import { operations } from '../src/operations.ts'
import { auth } from './server.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

test('the README lists every resource with its methods', () => {
  const [, table = ''] = readme.split('## Resources')
  const listed = [...table.matchAll(/^\| `(\w+)` +\| (.*?) +\|$/gm)].map(([, resource, methods = '']) => [
    resource,
    [...methods.matchAll(/`(\w+)`/g)].map(([, verb]) => verb).sort(),
  ])
  const client = createHubClient({ auth, baseUrl: 'http://127.0.0.1' })
  const methods = Object.entries(client).map(([resource, methods]) => {
    const verbs = Object.keys(methods)
    return [resource, verbs.filter((verb) => !(verb.endsWith('All') && verbs.includes(verb.slice(0, -3)))).sort()]
  })
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(methods))
  expect(readme).toContain(`all ${operations.length} operations`)
})
