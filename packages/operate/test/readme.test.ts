import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { expect, test } from 'vitest'
import { createProcessInstances } from '../src/entries/process-instances.ts'
import { createIncidents } from '../src/entries/unchecked/incidents.ts'
import { createOperateClient } from '../src/index.ts'
import { operations } from '../src/operations.ts'
import { serve, testAuth } from './serve.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

test('the README lists every method', () => {
  const listed = [...readme.matchAll(/^\| `(\w+)` +\| (.*) \|$/gm)].map(([, resource, methods = '']) => [
    resource,
    [...methods.matchAll(/`(\w+)`/g)].map(([, verb]) => verb).sort(),
  ])
  const client = createOperateClient({ auth: testAuth(), baseUrl: 'http://127.0.0.1' })
  const methods = Object.entries(client).map(([resource, methods]) => [resource, Object.keys(methods).sort()])
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(methods))
  expect(readme).toContain(`all ${operations.length} operations`)
})

test('the examples of the README run', async () => {
  const instance = `{"key":9007199254740993,"processVersion":1,"bpmnProcessId":"order","startDate":"2026-11-20T08:15:00.000+0000","state":"ACTIVE","processDefinitionKey":9007199254740995}`
  const { baseUrl, received } = await serve(({ path, body }) => {
    if (path.endsWith('/xml')) return { type: 'text/xml', body: '<definitions/>' }
    if (path.endsWith('/2251799813685249')) return { body: instance }
    if (path.includes('incidents')) return { body: '{"items":[],"total":0}' }
    const last = body.includes('searchAfter') ? '' : ',"sortValues":[1763626500000,9007199254740993]'
    return { body: `{"items":[${instance}],"total":1${last}}` }
  })
  const blocks = [...readme.matchAll(/^```[tj]s\n(.*?)^```$/gms)].map(([, block]) => block).join('\n')
  const code = stripTypeScriptTypes(blocks.replace(/^import .*$/gm, ''))
  const logged: unknown[] = []
  const names = {
    createOperateClient,
    createProcessInstances,
    createIncidents,
    readClusterCredentials: () => ({ operateUrl: baseUrl }),
    createOAuth: testAuth,
    auth: testAuth(),
    console: { log: (...values: unknown[]) => logged.push(...values) },
  }
  const AsyncFunction = (async () => {}).constructor as new (...args: string[]) => (...args: unknown[]) => Promise<void>
  await new AsyncFunction(...Object.keys(names), code)(...Object.values(names))

  expect(received.map(({ path }) => path.replace('/v1/', ''))).toEqual([
    'process-instances/search',
    'incidents/search',
    'process-definitions/2251799813685249/xml',
    'process-instances/search',
    'process-instances/search',
    'process-instances/search',
    'process-instances/2251799813685249',
  ])
  expect(received[4]?.body).toContain('"searchAfter":[1763626500000,9007199254740993]')
  expect(logged).toEqual([expect.stringContaining('Did you mean "processInstanceKey"?'), '9007199254740993'])
})

test.each([...readme.matchAll(/@x\/operate\/([\w/-]+)['`]/g)].map(([, name]) => name))(
  'there is a sub-path %s',
  (name) => {
    const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
    expect(Object.keys(exports)).toContain(`./${name}`)
  },
)
