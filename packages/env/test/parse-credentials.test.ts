import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CredentialsError, parseCredentials } from '../src/index.ts'
import {
  CLUSTER_ID,
  ERA_2021,
  ERA_2023,
  ERA_2024,
  ERA_2025,
  ID,
  ORGANIZATION,
  REGION,
  SECRET,
  SELF_MANAGED,
  TOKEN_URL,
  url,
} from './eras.ts'
import { failure, withoutHosts } from './support.ts'
import { FORMATS } from './writers.ts'

describe('files of every era, in every format', () => {
  const eras = { ERA_2021, ERA_2023, ERA_2024, ERA_2025, ORGANIZATION, SELF_MANAGED }
  const cases = Object.entries(eras).flatMap(([era, record]) =>
    FORMATS.filter(({ spring }) => !spring).map((format) => ({ era, record, name: format.name, format })),
  )
  it.each(cases)('$era as $name', ({ record, format }) => {
    const downloaded = FORMATS[0]?.write(record) as string
    const { cluster, organization, ...rest } = parseCredentials(format.write(record))
    const { warnings, ...expected } = parseCredentials(downloaded)
    expect({ cluster, organization, ...rest }).toMatchObject(expected)
    // Only the lines differ.
    const withoutLine = (found: typeof warnings) =>
      found.map(({ variable, problem }) => [variable, problem.split(' (')[0]])
    expect(withoutLine(rest.warnings).sort()).toEqual(withoutLine(warnings).sort())
    const [id, secret] =
      [cluster ?? organization].map((client) => [client?.clientId, client?.clientSecret.reveal()])[0] ?? []
    expect(Object.values(record)).toContain(id)
    expect(Object.values(record)).toContain(secret)
  })
})

describe('what people make of the file', () => {
  const client = (text: string) => {
    const { cluster } = parseCredentials(`CAMUNDA_CLIENT_MODE=saas\n${text}`)
    return [cluster?.clientId, cluster?.clientSecret.reveal()]
  }
  it.each([
    ['bare values', 'CAMUNDA_CLIENT_ID=a-b\nCAMUNDA_CLIENT_SECRET=c~d=e'],
    ['spaces around =', 'CAMUNDA_CLIENT_ID = a-b\n  CAMUNDA_CLIENT_SECRET = "c~d=e"'],
    ['comments', '# x\n\nCAMUNDA_CLIENT_ID=a-b # one\nexport CAMUNDA_CLIENT_SECRET="c~d=e" # two "quoted"'],
    ['a number sign in a value is no comment', 'CAMUNDA_CLIENT_ID=a-b\nCAMUNDA_CLIENT_SECRET=c~d=e#', 'c~d=e#'],
    ['semicolons', "export CAMUNDA_CLIENT_ID='a-b';\nexport CAMUNDA_CLIENT_SECRET='c~d=e' ;"],
    ['cmd', '@echo off\r\nset CAMUNDA_CLIENT_ID=a-b\r\nSET CAMUNDA_CLIENT_SECRET=c~d=e\r\n'],
    ['PowerShell', '$Env:CAMUNDA_CLIENT_ID = "a-b"\r\n$env:CAMUNDA_CLIENT_SECRET=\'c~d=e\''],
    ['a shell script', "#!/bin/sh\nexport CAMUNDA_CLIENT_ID='a-b'\nexport CAMUNDA_CLIENT_SECRET='c~d=e'\n"],
    ['old Mac line ends', 'CAMUNDA_CLIENT_ID=a-b\rCAMUNDA_CLIENT_SECRET=c~d=e'],
    ['Windows paths beside it', 'CAMUNDA_CLIENT_ID=a-b\nCAMUNDA_CLIENT_SECRET=c~d=e\nX="C:\\new\\table"'],
    ['a mixture', 'export CAMUNDA_CLIENT_ID=a-b\nCAMUNDA_CLIENT_SECRET: c~d=e'],
    ['JSON', '{\n  "CAMUNDA_CLIENT_ID": "a-b",\n  "CAMUNDA_CLIENT_SECRET": "c\\u007ed=e"\n}'],
  ])('%s', (_, text, secret = 'c~d=e') => {
    expect(client(text)).toEqual(['a-b', secret])
  })

  it('takes the bytes Node reads, too', () => {
    const bytes = new TextEncoder().encode('CAMUNDA_CLIENT_ID=a-b\nCAMUNDA_CLIENT_SECRET=c')
    const buffer = { toString: () => new TextDecoder().decode(bytes) } as unknown as string
    expect(client(buffer)).toEqual(['a-b', 'c'])
  })

  it('keeps other variables, Windows paths and all', () => {
    const { other } = parseCredentials(
      'CAMUNDA_CLIENT_MODE=saas\nCAMUNDA_CLIENT_ID=a\nCAMUNDA_CLIENT_SECRET=c\nX="C:\\new\\table"\nEMPTY=\nY=1',
    )
    const revealed = Object.entries(other).map(([name, value]) => [name, value.reveal()])
    expect(revealed).toEqual([
      ['X', 'C:\\new\\table'],
      ['EMPTY', ''],
      ['Y', '1'],
    ])
  })

  it('takes the last of two lines, and says so', () => {
    const { cluster, warnings } = parseCredentials(`${FORMATS[0]?.write(ERA_2023)}\nZEEBE_CLIENT_ID=second`)
    expect(cluster?.clientId).toBe('second')
    expect(withoutHosts(warnings)).toMatchObject([
      { variable: 'ZEEBE_CLIENT_ID', problem: 'disagrees with ZEEBE_CLIENT_ID, which won (line 2)' },
    ])
  })

  it('says which lines it did not understand', () => {
    const { warnings } = parseCredentials(`${FORMATS[0]?.write(ERA_2025)}source other.sh\n- item\n`)
    expect(withoutHosts(warnings)).toMatchObject([
      { variable: 'text', problem: 'could not be read (line 22)' },
      { variable: 'text', problem: 'could not be read (line 23)' },
    ])
    expect(
      failure(() => parseCredentials("CAMUNDA_CLIENT_ID='mark\nCAMUNDA_CLIENT_SECRET=mark")).issues.map(
        ({ variable, problem }) => `${variable} ${problem}`,
      ),
    ).toEqual(['CAMUNDA_CLIENT_ID is not set', 'CAMUNDA_CLIENT_ID could not be read (line 1)'])
  })
})

describe('Spring Boot', () => {
  const SPRING = {
    cluster: { clientId: ID, region: REGION, clusterId: CLUSTER_ID, tokenUrl: TOKEN_URL, operateUrl: url('operate') },
    deployment: 'saas',
    warnings: [],
  }
  it.each([
    [
      'yaml',
      `camunda:\n  client:\n    mode: saas\n    auth:\n      client-id: ${ID}\n      client-secret: '${SECRET}'\n    cloud:\n      cluster-id: ${CLUSTER_ID} # note\n      region: "${REGION}"\n`,
    ],
    [
      'yaml with dotted names',
      `camunda.client:\n  mode: saas\n  auth: # note\n    client-id: ${ID}\n    client-secret: ${SECRET}\n  cloud.cluster-id: ${CLUSTER_ID}\n  cloud.region: ${REGION}\nserver:\n  port: 8080`,
    ],
    [
      'properties',
      `camunda.client.mode=saas\ncamunda.client.auth.client-id=${ID}\ncamunda.client.auth.client-secret = ${SECRET}\ncamunda.client.cloud.cluster-id=${CLUSTER_ID}\ncamunda.client.cloud.region=${REGION}`,
    ],
    [
      'properties as an IDE writes them',
      `camunda.client.auth.token-url=https\\://login.cloud.camunda.io/oauth/token\ncamunda.client.auth.client-id=${ID}\ncamunda.client.auth.client-secret=${SECRET}\ncamunda.client.cloud.cluster-id=${CLUSTER_ID}\ncamunda.client.cloud.region=\\u0073yd-1`,
    ],
    [
      'older properties',
      `camunda.client.clusterId=${CLUSTER_ID}\ncamunda.client.region=${REGION}\ncamunda.client.auth.clientId=${ID}\ncamunda.client.auth.clientSecret=${SECRET}`,
    ],
    [
      'oldest properties',
      `zeebe.client.cloud.cluster-id=${CLUSTER_ID}\nzeebe.client.cloud.region=${REGION}\nzeebe.client.cloud.client-id=${ID}\nzeebe.client.cloud.client-secret=${SECRET}`,
    ],
  ])('%s', (_, text) => {
    const credentials = parseCredentials(text)
    expect(credentials).toMatchObject(SPRING)
    expect(credentials.cluster?.clientSecret.reveal()).toBe(SECRET)
  })

  it('joins nested names, and ends a map with its indent', () => {
    const { other } = parseCredentials(
      `a:\n  b:\n    c: 1\n  d: 2\n---\ne: 3\ncamunda:\n  client: { id: x }\nCAMUNDA_CLIENT_ID: a\nCAMUNDA_CLIENT_SECRET: b\nCAMUNDA_CLIENT_MODE: saas`,
    )
    expect(Object.keys(other)).toEqual(['a.b.c', 'a.d', 'e', 'camunda.client'])
  })
})

describe('what is not credentials', () => {
  it.each([
    ['', 'has no credentials'],
    [' \r\n\t\n', 'has no credentials'],
    ['\uFEFF', 'has no credentials'],
    ['%PDF-1.7\n%âãÏÓ\n1 0 obj', 'has no credentials'],
    ['PK\x03\x04\x14\0\x06\0', 'has no credentials'],
    ['<!doctype html><title>Sign in</title>', 'has no credentials'],
    ['  <?xml version="1.0"?>', 'has no credentials'],
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'has no credentials'],
    [[...'export CAMUNDA'].join('\0'), 'has no credentials'],
    [`\uFFFD\uFFFD${[...'export CAMUNDA'].join('\0')}\0`, 'has no credentials'],
    [`ÿþ${[...'export CAMUNDA'].join('\0')}\0`, 'has no credentials'],
    ['\uFFFE攀砀瀀漀', 'has no credentials'],
    ['硥潰瑲䌠䵁', 'has no credentials'],
    ['Dear customer, your invoice: see below.', 'has no credentials'],
    ['FOO=bar\nBAZ: 1', 'has no credentials'],
    ['{"a": [1, 2', 'has no credentials'],
    ['x'.repeat(50 * 1024 * 1024), 'is too long'],
    [FORMATS[0]?.write(ERA_2025).padEnd(300_000, '\n') as string, 'is too long'],
  ])('%#: %2$s', (text, problem) => {
    const { code, issues } = failure(() => parseCredentials(text))
    expect({ code, issues }).toMatchObject({ code: 'not_credentials', issues: [{ variable: 'text', problem }] })
  })

  it.each([undefined, null, 7, {}, [], new Uint8Array([1, 2])])('%s is not a text', (value) => {
    expect(failure(() => parseCredentials(value as unknown as string)).code).toBe('not_credentials')
  })

  // Each would take minutes or more where an expression tries again what it has tried.
  const long = (text: string) => text.repeat(Math.floor(200_000 / text.length))
  it.each(
    [
      "'",
      '"',
      "''",
      '""',
      "'\\''",
      '\\',
      '\\"',
      '`"',
      ' ',
      ' #',
      '#',
      ';',
      ' ;',
      '$Env:',
      'export ',
      'a.',
      'a: ',
      '\n ',
      "A='\n",
      'A="\n',
      '$Env:A="""\n',
      '/',
      '//v1',
      ':443',
      '.',
      '127.',
      '\n\t',
      '{"a":',
      ' camunda=',
      'camunda.',
      'CAMUNDA_',
      'a ',
      'CAMUNDA_CLIENT_ID=a\n',
      '\u200b',
    ].map((text) => [text]),
  )('is bounded for a long row of %j', (text) => {
    const known = 'CAMUNDA_CLIENT_ID='
    const sources = [
      long(text),
      `${long(text)}!`,
      `camunda:\n ${long(text)}: !`,
      known + long(text),
      `${known}'${long(text)}`,
      `${known}"${long(text)}x`,
      `$Env:${known}"${long(text)}x`,
      `CAMUNDA_OAUTH_URL=https://a/${long(text)}x`,
      `CAMUNDA_OAUTH_URL=http://${long(text)}x`,
      `ZEEBE_ADDRESS=${long(text)}`,
      `camunda.client.id=${long(text)}`,
    ]
    for (const source of sources) {
      try {
        parseCredentials(source)
      } catch (error) {
        expect(error).toBeInstanceOf(CredentialsError)
      }
    }
  })
})

it('is bounded for names that are nested in a long one', () => {
  const name = 'a'.repeat(100_000)
  expect(() => parseCredentials(`${name}:\n${' b: 1\n'.repeat(20_000)}`)).toThrow(CredentialsError)
})

describe('properties', () => {
  // Anything but what ends a line or a text: control characters and the separators Unicode has for lines.
  const value = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !/[\p{Cc}]/u.test(text))
  const tricky = fc.string({ unit: fc.constantFrom(...'\'"\\`$#=: {}[]&*!|>;,~-ab%^@\u2028\u00a0'), maxLength: 12 })
  const envName = fc.stringMatching(/^X_[A-Z0-9_]{1,8}$/)
  const dottedName = fc.stringMatching(/^x(\.[a-z][a-z0-9-]{0,4}){1,3}$/)

  it.each(FORMATS)('any record survives $name', ({ write, spring }) => {
    const records = fc.dictionary(spring ? dottedName : envName, fc.oneof(value, tricky), { noNullPrototype: true })
    const client = spring
      ? {
          'camunda.client.mode': 'saas',
          'camunda.client.auth.client-id': 'i',
          'camunda.client.auth.client-secret': 's',
        }
      : { CAMUNDA_CLIENT_MODE: 'saas', CAMUNDA_CLIENT_ID: 'i', CAMUNDA_CLIENT_SECRET: 's' }
    // A name cannot be a text and a map of further names at once.
    const isTree = (record: Record<string, string>) =>
      !Object.keys(record).some((a) => Object.keys(record).some((b) => b.startsWith(`${a}.`)))
    fc.assert(
      fc.property(records.filter(isTree), (record) => {
        const { other, cluster, warnings } = parseCredentials(write({ ...client, ...record }))
        const revealed = Object.fromEntries(Object.entries(other).map(([name, secret]) => [name, secret.reveal()]))
        expect(revealed).toEqual(record)
        expect(cluster?.clientId).toBe('i')
        expect(warnings.filter(({ variable }) => variable === 'text')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it.each(FORMATS.filter(({ spring }) => !spring))('any secret survives $name', ({ write }) => {
    const secrets = fc
      .oneof(fc.string({ maxLength: 40 }), tricky)
      .map((text) => text.trim())
      // But those that cannot be meant: quotes at an end, a comment, references and placeholders.
      .filter(
        (text) => /^[ -~]+$/.test(text) && !/^["'`$%<{#*x@]|["'`]$| #|^[\w+-]+:\/\/|^(none|nan|null)$/i.test(text),
      )
    fc.assert(
      fc.property(secrets, (CAMUNDA_CLIENT_SECRET) => {
        const { cluster } = parseCredentials(
          write({ CAMUNDA_CLIENT_MODE: 'saas', CAMUNDA_CLIENT_ID: 'i', CAMUNDA_CLIENT_SECRET }),
        )
        expect(cluster?.clientSecret.reveal()).toBe(CAMUNDA_CLIENT_SECRET)
      }),
      { numRuns: 200 },
    )
  })

  it('any text gives credentials or a CredentialsError', () => {
    const pieces = fc.constantFrom(
      'export ',
      'set ',
      '$Env:',
      'CAMUNDA_CLIENT_ID',
      'CAMUNDA_CLIENT_SECRET',
      'CAMUNDA_OAUTH_URL',
      'ZEEBE_ADDRESS',
      'CAMUNDA_REGION_ID',
      'camunda:\n',
      '  client:\n',
      '    id: ',
      'camunda.client.secret',
      '=',
      ': ',
      '\n',
      '\r\n',
      "'",
      '"',
      '\\',
      '`',
      '#',
      ' ',
      'https://',
      'localhost',
      '@',
      ':443/v2',
      'saas',
      '\0',
      '{',
      '}',
      ',',
      '\uFEFF',
      '\ud800',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 40 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        try {
          expect(parseCredentials(text).cluster ?? parseCredentials(text).organization).toBeDefined()
        } catch (error) {
          expect(error).toBeInstanceOf(CredentialsError)
          expect((error as CredentialsError).issues.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 3000 },
    )
  })
})
