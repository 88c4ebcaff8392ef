import { describe, expect, it } from 'vitest'
import { parseCredentials, readClusterCredentials } from '../src/index.ts'
import { failure, problems } from './support.ts'

const SECRET = { CAMUNDA_CLIENT_MODE: 'saas', CAMUNDA_CLIENT_SECRET: 'secret' }
const fromRecord = (CAMUNDA_CLIENT_ID: string) => readClusterCredentials({ ...SECRET, CAMUNDA_CLIENT_ID })
const fromText = (value: string) =>
  parseCredentials(`CAMUNDA_CLIENT_MODE=saas\nCAMUNDA_CLIENT_SECRET=secret\nCAMUNDA_CLIENT_ID=${value}`).cluster

describe('what is around a value, or in it without being seen, is taken off', () => {
  const values = [
    'abc',
    ' abc\t',
    'abc\u200b',
    '\u2060abc',
    'a\u00adbc',
    '\ufeffabc',
    '"abc"',
    "'abc'",
    '`abc`',
    '‘abc’',
    '“abc”',
    '«abc»',
    '" abc "',
  ]
  it.each([...values, 'abc\n', 'abc\r\n', '\rabc'])('%j in a record', (value) => {
    expect(fromRecord(value).clientId).toBe('abc')
  })
  it.each([...values, 'abc;', "'abc';", "$'abc'", 'abc \\', '"abc" \\', "'abc' # note", 'abc # note', '\'"abc"\''])(
    '%j in a text',
    (value) => {
      expect(fromText(value)?.clientId).toBe('abc')
    },
  )

  it('of every variable', () => {
    expect(
      readClusterCredentials({
        CAMUNDA_CLIENT_ID: ' id\n',
        CAMUNDA_CLIENT_SECRET: '"secret"\r\n',
        CAMUNDA_CLIENT_MODE: "'saas'",
        CAMUNDA_CLUSTER_REGION: 'bru-2\n',
        CAMUNDA_CLUSTER_ID: ' 3f9c2d1a',
        CAMUNDA_OAUTH_URL: 'https://login.cloud.camunda.io/oauth/token\r\n',
        CAMUNDA_OPERATE_BASE_URL: 'https://bru-2.operate.camunda.io/3f9c2d1a ',
        ZEEBE_GRPC_ADDRESS: 'grpcs://3f9c2d1a.bru-2.zeebe.camunda.io:443\n',
      }),
    ).toMatchObject({
      clientId: 'id',
      region: 'bru-2',
      clusterId: '3f9c2d1a',
      tokenUrl: 'https://login.cloud.camunda.io/oauth/token',
      operateUrl: 'https://bru-2.operate.camunda.io/3f9c2d1a',
      zeebeGrpcAddress: 'grpcs://3f9c2d1a.bru-2.zeebe.camunda.io:443',
    })
  })
})

describe('what cannot be a value is refused, with what was found', () => {
  const placeholders = [
    `\${OTHER}`,
    '$OTHER',
    '$(OTHER)',
    `\${OTHER:default}`,
    `\${{ secrets.OTHER }}`,
    '<your client id>',
    '%OTHER%',
    'op://vault/item/field',
    'vault://item',
    'sm://project/item',
    'arn:aws:secretsmanager:eu-west-1:1:secret:x',
    'projects/1/secrets/x/versions/2',
    'undefined',
    'null',
    'changeme',
    'CHANGE_ME',
    'your-client-id',
    'YOUR_CLIENT_ID',
    'xxx',
  ]
  it.each([...placeholders, '{{ client_id }}', '***'])('the placeholder %s in a record', (value) => {
    expect(problems(() => fromRecord(value))).toEqual(['CAMUNDA_CLIENT_ID is a placeholder'])
    expect(
      problems(() => readClusterCredentials({ ...SECRET, CAMUNDA_CLIENT_ID: 'id', CAMUNDA_CLIENT_SECRET: value })),
    ).toEqual(['CAMUNDA_CLIENT_SECRET is a placeholder'])
  })
  it.each(placeholders)('the placeholder %s in a text, with its line', (value) => {
    expect(problems(() => fromText(value))).toEqual(['CAMUNDA_CLIENT_ID is a placeholder (line 3)'])
  })

  it.each([
    ['CAMUNDA_CLIENT_ID', 'a\nb', 'contains "\\n"'],
    ['CAMUNDA_CLIENT_ID', 'a b', 'contains " "'],
    ['CAMUNDA_CLIENT_ID', 'a–b', 'contains "–"'],
    ['CAMUNDA_CLIENT_ID', 'abc…', 'contains "…"'],
    ['CAMUNDA_CLIENT_ID', 'a"bc"', 'contains "\\""'],
    ['CAMUNDA_CLIENT_ID', 'abc;', 'contains ";"'],
    ['CAMUNDA_CLIENT_SECRET', 'a\r\nb', 'contains "\\r"'],
    ['CAMUNDA_CLIENT_SECRET', 'a“b', 'contains "“"'],
    ['CAMUNDA_CLIENT_SECRET', 'a\u0000b', 'contains "\\u0000"'],
    ['CAMUNDA_CLUSTER_REGION', 'Belgium, Europe', 'must be an ID such as bru-2, but contains ","'],
    ['CAMUNDA_CLUSTER_ID', 'a/b', 'contains "/"'],
    ['ZEEBE_ADDRESS', 'host:443 x', 'contains " "'],
    ['CAMUNDA_OAUTH_URL', 'https://id.example/to ken', 'contains " "'],
    ['CAMUNDA_OAUTH_URL', `\${OAUTH_URL}`, 'is a placeholder'],
  ])('%s=%j %s', (name, value, problem) => {
    const read = () => readClusterCredentials({ ...SECRET, CAMUNDA_CLIENT_ID: 'id', [name]: value })
    expect(problems(read)).toEqual([`${name} ${problem}`])
    expect(failure(read).message).not.toContain(value)
  })

  it.each(['a"bc"', '"abc', "abc'", '[abc]', '{abc}', '|', '>'])(
    '%s without clear quotes in a text, with its line',
    (value) => {
      expect(problems(() => fromText(value))).toEqual([
        'CAMUNDA_CLIENT_ID is not set',
        'CAMUNDA_CLIENT_ID could not be read (line 3)',
      ])
    },
  )

  it('a secret without quotes that something follows', () => {
    const text = 'CAMUNDA_CLIENT_MODE=saas\nCAMUNDA_CLIENT_ID=id\nCAMUNDA_CLIENT_SECRET=mark node main.js'
    expect(problems(() => parseCredentials(text))).toContain('CAMUNDA_CLIENT_SECRET could not be read (line 3)')
  })

  it.each(['<default>', 'tenant'])('but not the tenant %s', (CAMUNDA_TENANT_ID) => {
    expect(readClusterCredentials({ ...SECRET, CAMUNDA_CLIENT_ID: 'id', CAMUNDA_TENANT_ID })).toMatchObject({
      tenantId: CAMUNDA_TENANT_ID,
    })
  })

  it.each(['~p4$$w0rd!', 'a$b', '$ecret1', 'a b', "a'b", 'a;b', '%41', 'x', 'your'])('nor the secret %s', (secret) => {
    const { clientSecret } = readClusterCredentials({
      ...SECRET,
      CAMUNDA_CLIENT_ID: 'id',
      CAMUNDA_CLIENT_SECRET: secret,
    })
    expect(clientSecret.reveal()).toBe(secret)
  })
})
