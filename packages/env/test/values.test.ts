import { describe, expect, it } from 'vitest'
import { parseCredentials, readClusterCredentials, readCredentials } from '../src/index.ts'
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
  const unresolved: [problem: string, values: string[]][] = [
    [
      'is a reference to a variable',
      [
        `\${OTHER}`,
        '$OTHER',
        '$OTHER_2',
        '$other',
        '$(OTHER)',
        `\${OTHER:default}`,
        `\${{ secrets.OTHER }}`,
        '%OTHER%',
        '$env:OTHER',
        '#{OTHER}#',
      ],
    ],
    [
      'is a reference to a secret store',
      [
        'op://vault/item/field',
        'vault://item',
        'vault:secret/data/x#y',
        'ref+vault://x#/y',
        'sm://project/item',
        'arn:aws:secretsmanager:eu-west-1:1:secret:x',
        'projects/1/secrets/x/versions/2',
        '@Microsoft.KeyVault(SecretUri=https://x.vault.azure.net/secrets/y)',
      ],
    ],
    ['is encrypted', ['ENC(c2VjcmV0)', 'ENC[AES256_GCM,data:x]']],
    ['is an unset value', ['undefined', 'null', 'None', 'NaN']],
    [
      'is a placeholder',
      [
        '<your client id>',
        'changeme',
        'CHANGE_ME',
        'REPLACE_ME',
        'replace-with-your-id',
        'your-client-id',
        'YOUR_CLIENT_ID',
        'xxx',
      ],
    ],
  ]
  const cases = unresolved.flatMap(([problem, values]) => values.map((value) => [value, problem]))
  // In a text, these look like lists and maps of YAML.
  const structured = [
    ['{{ client_id }}', 'is a reference to a variable'],
    ['{cipher}abc', 'is encrypted'],
    ['[object Object]', 'is an unset value'],
    ['[redacted]', 'is an unset value'],
    ['***', 'is a placeholder'],
    ['***REDACTED***', 'is a placeholder'],
  ]
  it.each([...cases, ...structured])('%s in a record %s', (value, problem) => {
    expect(problems(() => fromRecord(value as string))).toEqual([`CAMUNDA_CLIENT_ID ${problem}`])
    const secret = { ...SECRET, CAMUNDA_CLIENT_ID: 'id', CAMUNDA_CLIENT_SECRET: value }
    expect(problems(() => readClusterCredentials(secret))).toEqual([`CAMUNDA_CLIENT_SECRET ${problem}`])
    const address = { ...SECRET, CAMUNDA_CLIENT_ID: 'id', ZEEBE_ADDRESS: value }
    expect(problems(() => readClusterCredentials(address))).toEqual([`ZEEBE_ADDRESS ${problem}`])
  })
  it.each(cases)('%s in a text %s, with its line', (value, problem) => {
    expect(problems(() => fromText(value as string))).toEqual([`CAMUNDA_CLIENT_ID ${problem} (line 3)`])
  })

  it.each([
    ['CAMUNDA_CLIENT_ID', 'a\nb', 'contains "\\n"'],
    ['CAMUNDA_CLIENT_ID', 'a b', 'contains " "'],
    ['CAMUNDA_CLIENT_ID', 'a–b', 'contains "–"'],
    ['CAMUNDA_CLIENT_ID', 'abc…', 'contains "…"'],
    ['CAMUNDA_CLIENT_ID', 'a"bc"', 'contains "\\""'],
    ['CAMUNDA_CLIENT_ID', 'abc;', 'contains ";"'],
    ['CAMUNDA_CLIENT_ID', 'abc,', 'contains ","'],
    ['CAMUNDA_CLIENT_ID', "'abc", 'contains "\'"'],
    ['CAMUNDA_CLIENT_ID', 'abc # note', 'contains " "'],
    ['CAMUNDA_CLIENT_ID', 'abc\\n', 'contains "\\\\"'],
    ['CAMUNDA_CLIENT_ID', 'abc%20', 'contains "%20"'],
    ['CAMUNDA_TOKEN_AUDIENCE', 'abc;', 'contains ";"'],
    ['CAMUNDA_TENANT_ID', '"abc', 'contains "\\""'],
    ['CAMUNDA_CLIENT_SECRET', "'abc", 'contains "\'"'],
    ['CAMUNDA_CLIENT_SECRET', 'abc"', 'contains "\\""'],
    ['CAMUNDA_CLIENT_SECRET', '`abc', 'contains "`"'],
    ['CAMUNDA_CLIENT_SECRET', "$'abc'", 'contains "\'"'],
    ['CAMUNDA_CLIENT_SECRET', 'abc # note', 'contains " #"'],
    ['CAMUNDA_CLIENT_SECRET', 'a\r\nb', 'contains "\\r"'],
    ['CAMUNDA_CLIENT_SECRET', 'a“b', 'contains "“"'],
    ['CAMUNDA_CLIENT_SECRET', 'a\u0000b', 'contains "\\u0000"'],
    ['CAMUNDA_CLUSTER_REGION', 'Belgium, Europe', 'must be an ID such as bru-2'],
    ['CAMUNDA_CLUSTER_ID', 'a/b', 'contains "/"'],
    ['ZEEBE_ADDRESS', 'host:443 x', 'contains " "'],
    ['CAMUNDA_OAUTH_URL', 'https://id.example/to ken', 'contains " "'],
    ['CAMUNDA_OAUTH_URL', `\${OAUTH_URL}`, 'is a reference to a variable'],
    ['CAMUNDA_OAUTH_URL', 'htps://id.example/token', 'is not a plain URL'],
    ['CAMUNDA_OAUTH_URL', 'op://vault/item/url', 'is not a plain URL'],
    ['CAMUNDA_OAUTH_URL', 'https://id.example/<tenant>/token', 'contains "<"'],
    ['CAMUNDA_OAUTH_URL', `https://\${HOST}/token`, 'contains "$"'],
    ['CAMUNDA_OAUTH_URL', 'https://id.example/%TENANT%/token', 'contains "%"'],
  ])('%s=%j %s', (name, value, problem) => {
    const read = () => readClusterCredentials({ ...SECRET, CAMUNDA_CLIENT_ID: 'id', [name]: value })
    expect(problems(read)).toEqual([`${name} ${problem}`])
    expect(failure(read).message).not.toContain(value)
  })

  const spoiled = ['\\n', '\\r', '\\r\\n', '%0A', '%0d', '%20', ';', ',', '"', "'", '\\', '>'].map((end) => [end])
  it.each(spoiled)('an address that ends in %s', (end) => {
    for (const name of [
      'CAMUNDA_OAUTH_URL',
      'CAMUNDA_REST_ADDRESS',
      'CAMUNDA_OPERATE_BASE_URL',
      'ZEEBE_GRPC_ADDRESS',
    ]) {
      const read = () =>
        readClusterCredentials({ ...SECRET, CAMUNDA_CLIENT_ID: 'id', [name]: `https://x.example/a${end}` })
      const [issue, ...others] = failure(read).issues
      expect([issue?.variable, others]).toEqual([name, []])
      expect(issue?.problem).toMatch(/^contains /)
    }
  })

  it.each([
    ['https://id.example/auth/realms/a%20b/token', 'tokenUrl', 'CAMUNDA_OAUTH_URL'],
    ['https://id.example/realms/%C3%A9/token?a=b&c=d', 'tokenUrl', 'CAMUNDA_OAUTH_URL'],
    ['http://[::1]:8080', 'restUrl', 'CAMUNDA_REST_ADDRESS'],
  ])('but not %s', (value, member, name) => {
    expect(readClusterCredentials({ ...SECRET, CAMUNDA_CLIENT_ID: 'id', [name]: value })).toMatchObject({
      [member]: value,
    })
  })

  it.each([
    ['abc;', ';'],
    ['abc,', ','],
    ['abc\\', '\\'],
    ['abc\\n', '\\n'],
    ['abc%0A', '%0A'],
    ['abc%20', '%20'],
    ['=abc', '='],
    ['a b', ' '],
  ])('warns of the secret %s, which somebody may have chosen', (secret, sign) => {
    const { cluster, warnings } = readCredentials({
      ...SECRET,
      CAMUNDA_CLUSTER_REGION: 'bru-2',
      CAMUNDA_CLUSTER_ID: '3f9c2d1a',
      CAMUNDA_CLIENT_ID: 'id',
      CAMUNDA_CLIENT_SECRET: secret,
    })
    expect(cluster?.clientSecret.reveal()).toBe(secret)
    expect(warnings).toEqual([
      {
        variable: 'CAMUNDA_CLIENT_SECRET',
        problem: `contains ${JSON.stringify(sign)}`,
        hint: 'Check the value.',
      },
    ])
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
