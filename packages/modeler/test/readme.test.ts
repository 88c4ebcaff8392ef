import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createModelerClient } from '../src/index.ts'
import { operations } from '../src/operations.ts'
import { auth } from './server.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

test('the README lists every method', () => {
  const [table = ''] = /^\| Resource .*(\n\|.*)+/m.exec(readme) ?? []
  const listed = [...table.matchAll(/^\| `(\w+)` +\| (`\w+`.*) \|$/gm)].map(([, resource, methods = '']) => [
    resource,
    [...methods.matchAll(/`(\w+)`/g)].map(([, verb]) => verb).sort(),
  ])
  const client = createModelerClient({ auth })
  const methods = Object.entries(client).map(([resource, methods]) => [resource, Object.keys(methods).sort()])
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(methods))
  expect(readme).toContain(`all ${operations.length} operations`)
})
