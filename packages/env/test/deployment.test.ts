import { describe, expect, it } from 'vitest'
import { parseCredentials, readCredentials, readOrganizationCredentials } from '../src/index.ts'
import { TOKEN_URL } from './eras.ts'
import { failure, problems } from './support.ts'

const CLIENT = { CAMUNDA_CLIENT_ID: 'id', CAMUNDA_CLIENT_SECRET: 'mark' }
const CONSOLE = { CAMUNDA_CONSOLE_CLIENT_ID: 'id', CAMUNDA_CONSOLE_CLIENT_SECRET: 'mark' }

describe('the secret goes to the login of Camunda only if something tells of SaaS', () => {
  it.each([
    ['nothing', {}],
    ['an address', { CAMUNDA_REST_ADDRESS: 'http://localhost:8080' }],
    ['an address of Spring', { CAMUNDA_CLIENT_RESTADDRESS: 'http://localhost:8080' }],
    ['a gRPC address of Spring', { CAMUNDA_CLIENT_GRPCADDRESS: 'http://localhost:26500' }],
    ['an issuer', { CAMUNDA_ISSUER_URL: 'https://id.example/realm' }],
    ['a discovery document', { CAMUNDA_WELL_KNOWN_CONFIGURATION_URL: 'https://id.example/.well-known' }],
    ['a method', { CAMUNDA_CLIENT_AUTH_METHOD: 'oidc' }],
    ['an audience of one’s own', { CAMUNDA_TOKEN_AUDIENCE: 'orchestration-api' }],
    ['a misspelt token URL', { CAMUNDA_OAUTH_TOKEN_URL: 'https://id.example/token' }],
    ['a scope', { CAMUNDA_TOKEN_SCOPE: 'api' }],
    ['a tenant', { CAMUNDA_TENANT_ID: '<default>' }],
    ['a name that only begins like SaaS', { ZEEBE_REST_ADDRESS: 'https://bru-2.zeebe.camunda.io.example/id' }],
    ['SaaS in a path', { ZEEBE_REST_ADDRESS: 'https://example.com/bru-2.zeebe.camunda.io/id' }],
    [
      'an audience of SaaS beside an address of one’s own',
      { ZEEBE_TOKEN_AUDIENCE: 'zeebe.camunda.io', ZEEBE_REST_ADDRESS: 'http://localhost:8080' },
    ],
  ])('not with %s', (_, more) => {
    const error = failure(() => readCredentials({ ...CLIENT, ...more }))
    expect(error.code).toBe('missing')
    expect(error.message).toMatch(/^CAMUNDA_OAUTH_URL is not set\. For SaaS, set CAMUNDA_CLIENT_MODE=saas/)
    expect(error.message).not.toContain('mark')
  })

  it.each([
    ['a mode', { CAMUNDA_CLIENT_MODE: 'saas' }],
    ['its login', { CAMUNDA_OAUTH_URL: TOKEN_URL }],
    ['a cluster id', { CAMUNDA_CLUSTER_ID: '3f9c2d1a' }],
    ['a region', { CAMUNDA_CLUSTER_REGION: 'bru-2' }],
    ['an address', { ZEEBE_REST_ADDRESS: 'https://bru-2.api.camunda.io/3f9c2d1a' }],
    ['a gRPC address', { ZEEBE_ADDRESS: '3f9c2d1a.bru-2.zeebe.camunda.io:443' }],
    ['an audience', { ZEEBE_TOKEN_AUDIENCE: 'zeebe.camunda.io' }],
  ])('but with %s', (_, more) => {
    expect(readCredentials({ ...CLIENT, ...more })).toMatchObject({
      deployment: 'saas',
      cluster: { tokenUrl: TOKEN_URL },
    })
  })

  it('holds for the client of an organization, too', () => {
    expect(problems(() => readOrganizationCredentials(CONSOLE))).toEqual(['CAMUNDA_OAUTH_URL is not set'])
    const CAMUNDA_CONSOLE_OAUTH_AUDIENCE = 'api.cloud.camunda.io'
    expect(readOrganizationCredentials({ ...CONSOLE, CAMUNDA_CONSOLE_OAUTH_AUDIENCE }).tokenUrl).toBe(TOKEN_URL)
  })

  it('names the variable that would have been the token URL', () => {
    expect(problems(() => readCredentials({ ...CLIENT, CAMUNDA_OAUTH_TOKEN_URL: 'https://id.example' }))).toEqual([
      'CAMUNDA_OAUTH_URL is not set',
      'CAMUNDA_OAUTH_TOKEN_URL is not read',
    ])
  })

  it.each(['cloud', 'Camunda', 'true'])('refuses the mode %s', (CAMUNDA_CLIENT_MODE) => {
    expect(problems(() => readCredentials({ ...CLIENT, CAMUNDA_CLIENT_MODE }))).toEqual([
      'CAMUNDA_CLIENT_MODE must be saas or self-managed',
    ])
  })
})

describe('ways to log in without OAuth', () => {
  it.each(['BASIC', 'Bearer', 'cookie', 'NONE'])('names the strategy %s and what to use', (CAMUNDA_AUTH_STRATEGY) => {
    const record = { CAMUNDA_AUTH_STRATEGY, ZEEBE_REST_ADDRESS: 'http://localhost:8080' }
    for (const read of [
      () => readCredentials(record),
      () => readOrganizationCredentials(record),
      () => readCredentials({ ...record, CAMUNDA_CLIENT_ID: 'id' }),
      () => readCredentials({ ...record, ...CLIENT }),
      () => parseCredentials(`CAMUNDA_AUTH_STRATEGY=${CAMUNDA_AUTH_STRATEGY}`),
    ]) {
      const { code, issues } = failure(read)
      expect(code).toBe('missing')
      expect(issues).toEqual([
        {
          variable: 'CAMUNDA_AUTH_STRATEGY',
          problem: expect.stringMatching(/^is not OAuth( \(line 1\))?$/),
          hint: 'Without OAuth, use createBasicAuth, createCookieLogin or createBearer.',
        },
      ])
    }
  })

  it('comes first, before user name and password and before what is wrong', () => {
    const record = {
      CAMUNDA_BASIC_AUTH_USERNAME: 'mark',
      CAMUNDA_AUTH_STRATEGY: 'BASIC',
      CAMUNDA_OPERATE_BASE_URL: 'mark',
    }
    expect(problems(() => readCredentials(record))).toEqual([
      'CAMUNDA_AUTH_STRATEGY is not OAuth',
      'CAMUNDA_BASIC_AUTH_USERNAME is not read',
      'CAMUNDA_OPERATE_BASE_URL is not a plain URL',
    ])
  })

  it('is a warning beside a whole client', () => {
    const record = { ...CLIENT, CAMUNDA_CLIENT_MODE: 'saas', CAMUNDA_AUTH_STRATEGY: 'BASIC' }
    expect(readCredentials(record).warnings[0]).toMatchObject({ variable: 'CAMUNDA_AUTH_STRATEGY' })
  })

  it('names the method of Spring, and user name and password without their values', () => {
    const record = {
      'camunda.client.auth.method': 'basic',
      'camunda.client.auth.username': 'mark',
      'camunda.client.auth.password': 'mark',
    }
    const { message } = failure(() => readCredentials(record))
    expect(message).toContain('camunda.client.auth.method is not OAuth')
    expect(message).toContain('camunda.client.auth.password is not read')
    expect(message).not.toContain('mark')
  })

  it.each(['OAUTH', 'oidc', '"OAuth"', ' ', ''])('says nothing about %j', (CAMUNDA_AUTH_STRATEGY) => {
    const { warnings } = readCredentials({ ...CLIENT, CAMUNDA_AUTH_STRATEGY, CAMUNDA_OAUTH_URL: 'https://id.example' })
    expect(warnings).toEqual([])
  })
})
