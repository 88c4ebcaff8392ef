import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createConsole, createStill } from './support.ts'

const directory = mkdtempSync(join(tmpdir(), 'emulator-'))
afterAll(() => rmSync(directory, { recursive: true }))

/** What a shell makes of the text: sourced by bash, as users do. */
function source(text: string): Record<string, string> {
  const file = join(directory, 'credentials.txt')
  writeFileSync(file, text)
  const script = ['--norc', '--noprofile', '-c', 'source "$1" && env -0', 'bash', file]
  const output = execFileSync('bash', script, { env: {}, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  const pairs = output.split('\0').map((line) => line.split(/=(.*)/s))
  return Object.fromEntries(pairs.filter(([name]) => /^(ZEEBE|CAMUNDA)_/.test(name ?? '')))
}

const CLUSTER_NAMES = [
  'ZEEBE_ADDRESS',
  'ZEEBE_CLIENT_ID',
  'ZEEBE_CLIENT_SECRET',
  'ZEEBE_AUTHORIZATION_SERVER_URL',
  'ZEEBE_REST_ADDRESS',
  'ZEEBE_GRPC_ADDRESS',
  'ZEEBE_TOKEN_AUDIENCE',
  'CAMUNDA_CLUSTER_ID',
  'CAMUNDA_CLIENT_ID',
  'CAMUNDA_CLIENT_SECRET',
  'CAMUNDA_CLUSTER_REGION',
  'CAMUNDA_CREDENTIALS_SCOPES',
  'CAMUNDA_TASKLIST_BASE_URL',
  'CAMUNDA_OPTIMIZE_BASE_URL',
  'CAMUNDA_OPERATE_BASE_URL',
  'CAMUNDA_OAUTH_URL',
  'CAMUNDA_CLIENT_MODE',
  'CAMUNDA_CLIENT_AUTH_CLIENTID',
  'CAMUNDA_CLIENT_AUTH_CLIENTSECRET',
  'CAMUNDA_CLIENT_CLOUD_CLUSTERID',
  'CAMUNDA_CLIENT_CLOUD_REGION',
]
const ORGANIZATION_NAMES = [
  'CAMUNDA_CONSOLE_CLIENT_ID',
  'CAMUNDA_CONSOLE_CLIENT_SECRET',
  'CAMUNDA_OAUTH_URL',
  'CAMUNDA_CONSOLE_BASE_URL',
  'CAMUNDA_CONSOLE_OAUTH_AUDIENCE',
  'CAMUNDA_MODELER_BASE_URL',
  'CAMUNDA_HUB_BASE_URL',
]
const namesIn = (text: string) => [...text.matchAll(/^export (\w+)='[^']*'$/gm)].map(([, name]) => name)

test('of a cluster client: the lines of the real file, in its order, with consistent values', () => {
  const emulator = createStill()
  const text = emulator.credentialsFile('cluster')
  expect(namesIn(text)).toEqual(CLUSTER_NAMES)
  expect(text.split('\n')).toHaveLength(CLUSTER_NAMES.length + 1)
  const values = source(text)
  const { tokenUrl, clientId, clientSecret, clusterId = '', region } = emulator.credentials('cluster')
  expect(clientId).toMatch(/^[\w.~-]{32}$/)
  expect(clientSecret).toMatch(/^[\w.~-]{64}$/)
  expect(clusterId).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
  expect(values).toEqual({
    ZEEBE_ADDRESS: 'camunda.localhost',
    ZEEBE_CLIENT_ID: clientId,
    ZEEBE_CLIENT_SECRET: clientSecret,
    ZEEBE_AUTHORIZATION_SERVER_URL: tokenUrl,
    ZEEBE_REST_ADDRESS: `http://camunda.localhost/zeebe/${clusterId}`,
    ZEEBE_GRPC_ADDRESS: 'grpc://camunda.localhost',
    ZEEBE_TOKEN_AUDIENCE: 'zeebe.camunda.io',
    CAMUNDA_CLUSTER_ID: clusterId,
    CAMUNDA_CLIENT_ID: clientId,
    CAMUNDA_CLIENT_SECRET: clientSecret,
    CAMUNDA_CLUSTER_REGION: region,
    CAMUNDA_CREDENTIALS_SCOPES: 'Zeebe,Tasklist,Operate,Optimize',
    CAMUNDA_TASKLIST_BASE_URL: `http://camunda.localhost/tasklist/${clusterId}`,
    CAMUNDA_OPTIMIZE_BASE_URL: `http://camunda.localhost/optimize/${clusterId}`,
    CAMUNDA_OPERATE_BASE_URL: emulator.url('operate'),
    CAMUNDA_OAUTH_URL: tokenUrl,
    CAMUNDA_CLIENT_MODE: 'saas',
    CAMUNDA_CLIENT_AUTH_CLIENTID: clientId,
    CAMUNDA_CLIENT_AUTH_CLIENTSECRET: clientSecret,
    CAMUNDA_CLIENT_CLOUD_CLUSTERID: clusterId,
    CAMUNDA_CLIENT_CLOUD_REGION: region,
  })
})

test('of an organization client: the five lines of the real file, and the Web Modeler and Hub of the emulator', () => {
  const emulator = createStill()
  const text = emulator.credentialsFile('organization')
  expect(namesIn(text)).toEqual(ORGANIZATION_NAMES)
  const { tokenUrl, clientId, clientSecret } = emulator.credentials('organization')
  expect(clientId).toMatch(/^[\w.~-]{16}$/)
  expect(clientSecret).toMatch(/^[\w.~-]{32}$/)
  expect(source(text)).toEqual({
    CAMUNDA_CONSOLE_CLIENT_ID: clientId,
    CAMUNDA_CONSOLE_CLIENT_SECRET: clientSecret,
    CAMUNDA_OAUTH_URL: tokenUrl,
    CAMUNDA_CONSOLE_BASE_URL: emulator.url('console'),
    CAMUNDA_CONSOLE_OAUTH_AUDIENCE: 'api.cloud.camunda.io',
    CAMUNDA_MODELER_BASE_URL: 'http://camunda.localhost/modeler/api',
    CAMUNDA_HUB_BASE_URL: emulator.url('hub'),
  })
})

test('of both: each name once, without addresses of the real service', () => {
  const text = createStill().credentialsFile('both')
  expect(namesIn(text)).toEqual([
    ...CLUSTER_NAMES,
    ...ORGANIZATION_NAMES.filter((name) => name !== 'CAMUNDA_OAUTH_URL'),
  ])
  expect(text).not.toMatch(/https:|cloud\.camunda\.io\//)
})

describe('the choice', () => {
  test('of a cluster or of a client', async () => {
    const emulator = createStill()
    const camunda = await createConsole(emulator)
    const { body: clusters } = await camunda('GET', '/clusters')
    const clusterId = clusters[1].uuid
    expect(emulator.credentialsFile('cluster', { clusterId })).toContain(`CAMUNDA_CLUSTER_ID='${clusterId}'`)
    const permissions = ['Operate', 'Zeebe']
    const { body: made } = await camunda('POST', `/clusters/${clusterId}/clients`, { clientName: 'a', permissions })
    const values = source(emulator.credentialsFile('cluster', { clientId: made.clientId }))
    expect(values).toMatchObject({
      CAMUNDA_CLIENT_SECRET: made.clientSecret,
      CAMUNDA_CLUSTER_ID: clusterId,
      CAMUNDA_CREDENTIALS_SCOPES: 'Zeebe,Operate',
      CAMUNDA_OPERATE_BASE_URL: emulator.url('operate', clusterId),
    })
    expect(values).not.toHaveProperty('CAMUNDA_TASKLIST_BASE_URL')
    expect(values).not.toHaveProperty('CAMUNDA_OPTIMIZE_BASE_URL')
  })

  test('of a missing client is rejected', () => {
    const emulator = createStill()
    const { clientId } = emulator.credentials('organization')
    expect(() => emulator.credentialsFile('cluster', { clusterId: 'unknown' })).toThrow(TypeError)
    expect(() => emulator.credentialsFile('cluster', { clientId })).toThrow(TypeError)
    expect(() => emulator.credentials('organization', { clientId: 'unknown' })).toThrow(TypeError)
  })
})

test('the same seed produces the same credentials, another seed produces others', () => {
  expect(createStill().credentialsFile('both')).toBe(createStill().credentialsFile('both'))
  expect(createStill({ seed: 2 }).credentials('cluster').clientSecret).not.toBe(
    createStill().credentials('cluster').clientSecret,
  )
})
