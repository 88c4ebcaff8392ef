import { describe, expect, it } from 'vitest'
import {
  type CredentialsSource,
  readClusterCredentials,
  readCredentials,
  readOrganizationCredentials,
} from '../src/index.ts'
import {
  CLUSTER_ID,
  ERA_2021,
  ERA_2023,
  ERA_2024,
  ERA_2025,
  ID,
  ORGANIZATION,
  REGION,
  SCREEN_2026,
  SECRET,
  SELF_MANAGED,
  TOKEN_URL,
  url,
} from './eras.ts'
import { failure, problems, withoutHosts } from './support.ts'

const CLIENT = { CAMUNDA_CLIENT_ID: ID, CAMUNDA_CLIENT_SECRET: SECRET }
const SAAS = { CAMUNDA_CLIENT_MODE: 'saas' }
const LOCATED = { ...CLIENT, CAMUNDA_CLUSTER_ID: CLUSTER_ID, CAMUNDA_CLUSTER_REGION: REGION }

describe('SaaS cluster clients', () => {
  it.each([
    ['2022 to 2023', ERA_2023],
    ['2024', ERA_2024],
    ['2025 on', ERA_2025],
    ['the screen of 2026', SCREEN_2026],
  ])('reads the variables of %s', (_, record) => {
    const { deployment, cluster, organization } = readCredentials(record)
    expect({ deployment, organization }).toEqual({ deployment: 'saas' })
    expect(cluster).toMatchObject({
      tokenUrl: TOKEN_URL,
      clientId: ID,
      audience: 'zeebe.camunda.io',
      clusterId: CLUSTER_ID,
      region: REGION,
      operateUrl: url('operate'),
      tasklistUrl: url('tasklist'),
      optimizeUrl: url('optimize'),
      connectorsUrl: url('connectors'),
    })
    // In 2024 and 2025 files name the host of Zeebe.
    expect(cluster?.restUrl).toBe(url('api'))
    expect(cluster?.zeebeRestUrl).toBe(cluster?.restUrl)
    expect(cluster?.clientSecret.reveal()).toBe(SECRET)
    expect(cluster?.zeebeGrpcAddress?.replace(/^grpcs:\/\//, '')).toBe(`${CLUSTER_ID}.${REGION}.zeebe.camunda.io:443`)
  })

  it('reads the variables of 2020 to 2021, when addresses had no region', () => {
    const { cluster, deployment, warnings } = readCredentials(ERA_2021)
    expect(deployment).toBe('saas')
    expect(cluster).toMatchObject({ clusterId: CLUSTER_ID, zeebeGrpcAddress: `${CLUSTER_ID}.zeebe.camunda.io:443` })
    expect(cluster?.operateUrl).toBeUndefined()
    expect(warnings.map(({ variable }) => variable)).toEqual(['CAMUNDA_CLUSTER_REGION'])
  })

  it("finds region and cluster id in Zeebe's address", () => {
    const { ZEEBE_ADDRESS } = ERA_2023
    expect(readClusterCredentials({ ...ERA_2021, ZEEBE_ADDRESS })).toMatchObject({
      clusterId: CLUSTER_ID,
      region: REGION,
      operateUrl: url('operate'),
    })
  })

  it('reads what the client was allowed', () => {
    expect(readCredentials(ERA_2023).scopes).toEqual(['Zeebe', 'Tasklist', 'Operate', 'Optimize'])
    expect(readCredentials(SCREEN_2026).scopes).toEqual([])
  })

  it('derives the token URL and all addresses', () => {
    expect(readClusterCredentials(LOCATED)).toMatchObject({
      tokenUrl: TOKEN_URL,
      zeebeGrpcAddress: `grpcs://${CLUSTER_ID}.${REGION}.zeebe.camunda.io:443`,
      restUrl: url('api'),
      zeebeRestUrl: url('api'),
      operateUrl: url('operate'),
      tasklistUrl: url('tasklist'),
      optimizeUrl: url('optimize'),
    })
  })

  it('prefers a given address to a derived one', () => {
    const CAMUNDA_OPERATE_BASE_URL = 'https://proxy.example/operate'
    expect(readClusterCredentials({ ...LOCATED, CAMUNDA_OPERATE_BASE_URL }).operateUrl).toBe(CAMUNDA_OPERATE_BASE_URL)
  })
})

describe('organization clients', () => {
  it('reads the five lines of the download', () => {
    const { organization, cluster, deployment, warnings } = readCredentials(ORGANIZATION)
    expect({ cluster, deployment, warnings }).toEqual({ deployment: 'saas', warnings: [] })
    expect(organization).toMatchObject({
      tokenUrl: TOKEN_URL,
      clientId: 'kT5~organization',
      audience: 'api.cloud.camunda.io',
      consoleUrl: 'https://api.cloud.camunda.io',
      modelerUrl: 'https://modeler.cloud.camunda.io/api/v1',
      hubUrl: 'https://hub.cloud.camunda.io',
    })
  })

  it.each(['CAMUNDA_HUB', 'CAMUNDA_SAAS_ADMINISTRATION_API', 'CAMUNDA_MANAGEMENT_API', 'CAMUNDA_CONSOLE'])(
    'reads %s_*',
    (family) => {
      const organization = readOrganizationCredentials({
        [`${family}_CLIENT_ID`]: 'id',
        [`${family}_CLIENT_SECRET`]: 'secret',
        [`${family}_OAUTH_AUDIENCE`]: 'other.audience',
        ...SAAS,
      })
      expect(organization).toMatchObject({ clientId: 'id', audience: 'other.audience', tokenUrl: TOKEN_URL })
      expect(organization.clientSecret.reveal()).toBe('secret')
    },
  )

  it('stands beside a cluster client', () => {
    const { cluster, organization, warnings } = readCredentials({ ...ERA_2025, ...ORGANIZATION })
    expect([cluster?.clientId, organization?.clientId, withoutHosts(warnings)]).toEqual([ID, 'kT5~organization', []])
  })

  it("does not send another server's tokens to Camunda", () => {
    const CAMUNDA_OAUTH_URL = 'http://127.0.0.1:4001/oauth/token'
    const CAMUNDA_CONSOLE_BASE_URL = 'http://127.0.0.1:4001/console/'
    const organization = readOrganizationCredentials({ ...ORGANIZATION, CAMUNDA_OAUTH_URL, CAMUNDA_CONSOLE_BASE_URL })
    expect(organization).toMatchObject({ tokenUrl: CAMUNDA_OAUTH_URL, consoleUrl: 'http://127.0.0.1:4001/console' })
    expect(organization.modelerUrl).toBeUndefined()
  })
})

describe('Self-Managed', () => {
  it('reads the variables of a Compose file', () => {
    const { deployment, cluster, organization, warnings } = readCredentials(SELF_MANAGED)
    expect({ deployment, warnings }).toEqual({ deployment: 'self-managed', warnings: [] })
    expect(cluster).toMatchObject({
      tokenUrl: SELF_MANAGED.CAMUNDA_OAUTH_URL,
      audience: 'zeebe-api',
      restUrl: 'http://localhost:8080',
      zeebeRestUrl: 'http://localhost:8080',
      zeebeGrpcAddress: 'grpc://localhost:26500',
      operateUrl: 'http://localhost:8081',
      tasklistUrl: 'http://localhost:8082',
      optimizeUrl: 'http://localhost:8083',
    })
    expect(cluster).not.toHaveProperty('tenantId')
    expect(organization).toMatchObject({ clientId: 'zeebe', modelerUrl: 'http://localhost:8070/api/v1' })
    expect(organization?.audience).toBeUndefined()
  })

  it('derives no address and no audience', () => {
    const cluster = readClusterCredentials({ ...CLIENT, CAMUNDA_OAUTH_URL: 'https://id.example/token' })
    expect(Object.keys(cluster).sort()).toEqual(['clientId', 'clientSecret', 'tokenUrl'])
  })

  it('wants a token URL', () => {
    expect(problems(() => readCredentials({ ...CLIENT, ZEEBE_REST_ADDRESS: 'http://localhost:8080' }))).toEqual([
      'CAMUNDA_OAUTH_URL is not set',
    ])
    expect(problems(() => readCredentials({ ...LOCATED, CAMUNDA_CLIENT_MODE: 'self-managed' }))).toEqual([
      'CAMUNDA_OAUTH_URL is not set',
    ])
  })

  it("wants Web Modeler's address for an organization", () => {
    const { CAMUNDA_MODELER_BASE_URL: _, ...record } = SELF_MANAGED
    expect(problems(() => readOrganizationCredentials(record))).toEqual(['CAMUNDA_MODELER_BASE_URL is not set'])
    expect(readCredentials(record).organization).toBeUndefined()
    const { CAMUNDA_CONSOLE_BASE_URL: _1, CAMUNDA_CONSOLE_OAUTH_AUDIENCE: _2, ...client } = ORGANIZATION
    const CAMUNDA_OAUTH_URL = 'https://id.example/token'
    expect(problems(() => readOrganizationCredentials({ ...client, CAMUNDA_OAUTH_URL }))).toEqual([
      'CAMUNDA_MODELER_BASE_URL is not set',
    ])
    expect(problems(() => readClusterCredentials({ ...client, CAMUNDA_OAUTH_URL }))).toEqual([
      'CAMUNDA_CLIENT_ID is not set',
      'CAMUNDA_CLIENT_SECRET is not set',
    ])
  })

  it.each(['self-managed', 'oidc', 'simple', 'Self-Managed'])('believes the mode %s', (mode) => {
    expect(readCredentials({ ...ERA_2025, CAMUNDA_CLIENT_MODE: mode }).deployment).toBe('self-managed')
  })

  it('believes the mode saas', () => {
    const record = { ...SELF_MANAGED, CAMUNDA_CLIENT_MODE: 'SaaS' }
    expect(readCredentials(record)).toMatchObject({
      deployment: 'saas',
      cluster: { operateUrl: 'http://localhost:8081' },
    })
  })
})

describe('synonyms', () => {
  const families: [string, string][] = [
    ['CAMUNDA_CLIENT_ID', 'CAMUNDA_CLIENT_SECRET'],
    ['CAMUNDA_CLIENT_AUTH_CLIENTID', 'CAMUNDA_CLIENT_AUTH_CLIENTSECRET'],
    ['ZEEBE_CLIENT_ID', 'ZEEBE_CLIENT_SECRET'],
    ['ZEEBE_CLIENT_CLOUD_CLIENTID', 'ZEEBE_CLIENT_CLOUD_CLIENTSECRET'],
    ['CAMUNDA_OPERATE_CLIENT_ID', 'CAMUNDA_OPERATE_CLIENT_SECRET'],
    ['CAMUNDA_TASKLIST_CLIENT_ID', 'CAMUNDA_TASKLIST_CLIENT_SECRET'],
    ['CAMUNDA_OPTIMIZE_CLIENT_ID', 'CAMUNDA_OPTIMIZE_CLIENT_SECRET'],
    ['camunda.operate.client.client-id', 'camunda.operate.client.client-secret'],
    ['camunda.client.auth.clientId', 'camunda.client.auth.clientSecret'],
    ['OPERATE_CLIENT_ID', 'OPERATE_CLIENT_SECRET'],
    ['camunda.client.auth.client-id', 'camunda.client.auth.client-secret'],
    ['zeebe.client.cloud.clientId', 'zeebe.client.cloud.clientSecret'],
  ]
  it.each(families)('reads %s', (id, secret) => {
    const cluster = readClusterCredentials({ [id]: 'id', [secret]: 'secret', ...SAAS })
    expect([cluster.clientId, cluster.clientSecret.reveal()]).toEqual(['id', 'secret'])
  })

  it.each([
    [
      'tokenUrl',
      'https://id.example/token',
      [
        'CAMUNDA_OAUTH_URL',
        'CAMUNDA_AUTHORIZATION_SERVER_URL',
        'CAMUNDA_CLIENT_AUTH_TOKENURL',
        'ZEEBE_AUTHORIZATION_SERVER_URL',
        'camunda.client.auth.token-url',
        'camunda.client.auth.issuer',
        'zeebe.client.cloud.auth-url',
      ],
    ],
    ['scope', 'a b', ['CAMUNDA_TOKEN_SCOPE', 'CAMUNDA_OAUTH_SCOPE', 'CAMUNDA_CLIENT_AUTH_SCOPE', 'ZEEBE_TOKEN_SCOPE']],
    [
      'audience',
      'some-api',
      [
        'CAMUNDA_ZEEBE_OAUTH_AUDIENCE',
        'CAMUNDA_TOKEN_AUDIENCE',
        'CAMUNDA_CLIENT_AUTH_AUDIENCE',
        'ZEEBE_TOKEN_AUDIENCE',
        'camunda.client.zeebe.audience',
      ],
    ],
    ['operateAudience', 'operate-api', ['CAMUNDA_OPERATE_OAUTH_AUDIENCE']],
    ['tasklistAudience', 'tasklist-api', ['CAMUNDA_TASKLIST_OAUTH_AUDIENCE']],
    ['optimizeAudience', 'optimize-api', ['CAMUNDA_OPTIMIZE_OAUTH_AUDIENCE']],
    [
      'clusterId',
      CLUSTER_ID,
      [
        'CAMUNDA_CLUSTER_ID',
        'CAMUNDA_CLIENT_CLOUD_CLUSTERID',
        'CAMUNDA_CLIENT_CLUSTERID',
        'camunda.client.cluster-id',
        'zeebe.client.cloud.cluster-id',
        'camunda.client.cloud.cluster-id',
      ],
    ],
    [
      'region',
      REGION,
      [
        'CAMUNDA_CLUSTER_REGION',
        'CAMUNDA_CLIENT_CLOUD_REGION',
        'CAMUNDA_CLIENT_REGION',
        'CAMUNDA_REGION_ID',
        'camunda.client.region',
        'zeebe.client.cloud.region',
      ],
    ],
    ['tenantId', '<default>', ['CAMUNDA_TENANT_ID', 'CAMUNDA_DEFAULT_TENANT_ID', 'camunda.client.tenant-id']],
    [
      'zeebeGrpcAddress',
      'grpc://localhost:26500',
      [
        'ZEEBE_GRPC_ADDRESS',
        'CAMUNDA_GRPC_ADDRESS',
        'ZEEBE_ADDRESS',
        'CAMUNDA_CLIENT_GRPCADDRESS',
        'camunda.client.grpc-address',
        'camunda.client.zeebe.grpc-address',
        'ZEEBE_CLIENT_BROKER_GATEWAY-ADDRESS',
        'zeebe.client.broker.grpcAddress',
      ],
    ],
    [
      'restUrl',
      'http://localhost:8080',
      [
        'CAMUNDA_REST_ADDRESS',
        'ZEEBE_REST_ADDRESS',
        'CAMUNDA_BASE_URL',
        'CAMUNDA_CLIENT_RESTADDRESS',
        'camunda.client.rest-address',
        'camunda.client.zeebe.rest-address',
      ],
    ],
    [
      'operateUrl',
      'http://localhost:8081',
      ['CAMUNDA_OPERATE_BASE_URL', 'camunda.client.operate.base-url', 'camunda.operate.client.url'],
    ],
    ['connectorsUrl', 'http://localhost:8085', ['CAMUNDA_CONNECTORS_BASE_URL']],
  ])('reads %s under each of its names', (member, value, names) => {
    for (const name of names) {
      const record = { ...CLIENT, [name]: value, ...(member !== 'tokenUrl' && { CAMUNDA_OAUTH_URL: TOKEN_URL }) }
      expect(readClusterCredentials(record), name).toMatchObject({ [member]: value })
    }
  })

  it('says which one won when they disagree, and no value', () => {
    const { cluster, warnings } = readCredentials({
      ...ERA_2025,
      ZEEBE_CLIENT_ID: 'mark~other',
      CAMUNDA_CLIENT_CLOUD_REGION: 'mark-2',
    })
    expect(cluster).toMatchObject({ clientId: ID, region: REGION })
    expect(
      withoutHosts(warnings)
        .map(({ variable, problem }) => `${variable} ${problem}`)
        .sort(),
    ).toEqual([
      'CAMUNDA_CLIENT_CLOUD_REGION disagrees with CAMUNDA_CLUSTER_REGION, which won',
      'ZEEBE_CLIENT_ID disagrees with CAMUNDA_CLIENT_ID, which won',
    ])
    expect(JSON.stringify(warnings)).not.toContain('mark')
  })

  it('does not call spellings of one address a disagreement', () => {
    const { warnings } = readCredentials({
      ...ERA_2025,
      CAMUNDA_AUTHORIZATION_SERVER_URL: `${TOKEN_URL}/`,
      CAMUNDA_REST_ADDRESS: `${url('zeebe')}/v2`,
      CAMUNDA_GRPC_ADDRESS: `https://${CLUSTER_ID}.${REGION}.zeebe.camunda.io`,
    })
    expect(withoutHosts(warnings)).toEqual([])
  })

  it.each([
    ['of one era', 'CAMUNDA_CLIENT_ID', 'CAMUNDA_CLIENT_AUTH_CLIENTID', 'CAMUNDA_CLIENT_AUTH_CLIENTSECRET'],
    ['of two eras', 'CAMUNDA_CLIENT_AUTH_CLIENTID', 'ZEEBE_CLIENT_ID', 'ZEEBE_CLIENT_SECRET'],
    ['that is a secret', 'CAMUNDA_CLIENT_SECRET', 'ZEEBE_CLIENT_ID', 'ZEEBE_CLIENT_SECRET'],
  ])('prefers a whole pair to a half %s', (_, half, id, secret) => {
    const cluster = readClusterCredentials({ [half]: 'half', [id]: 'id', [secret]: 'secret', ...SAAS })
    expect([cluster.clientId, cluster.clientSecret.reveal()]).toEqual(['id', 'secret'])
  })

  it('names a variable of Camunda that it does not read, if it may matter', () => {
    const { warnings } = readCredentials({
      ...LOCATED,
      CAMUNDA_CLEINT_ID: 'mark',
      CAMUNDA_IDENTITY_CLIENT_ID: 'mark',
      CAMUNDA_OAUTH_URI: 'mark',
      'camunda.operate.client.keycloak-url': 'mark',
      CAMUNDA_LOG_LEVEL: 'mark',
      MY_CAMUNDA_CLIENT_ID: 'mark',
      CLIENT_ID: 'mark',
    })
    expect(warnings.map(({ variable }) => variable)).toEqual([
      'CAMUNDA_IDENTITY_CLIENT_ID',
      'CAMUNDA_OAUTH_URI',
      'camunda.operate.client.keycloak-url',
    ])
    expect(JSON.stringify(warnings)).not.toContain('mark')
  })

  it('does not mix halves of different pairs', () => {
    const { cluster, warnings } = readCredentials({
      CAMUNDA_CLIENT_ID: 'half',
      ZEEBE_CLIENT_ID: 'id',
      ZEEBE_CLIENT_SECRET: 'secret',
      CAMUNDA_CLUSTER_REGION: REGION,
      CAMUNDA_CLUSTER_ID: CLUSTER_ID,
    })
    expect(cluster?.clientId).toBe('id')
    expect(warnings).toMatchObject([
      { variable: 'CAMUNDA_CLIENT_ID', problem: 'disagrees with ZEEBE_CLIENT_ID, which won' },
    ])
  })
})

describe('addresses', () => {
  it.each([
    ['CAMUNDA_REST_ADDRESS', 'restUrl', 'http://localhost:8080/v2', 'http://localhost:8080'],
    ['CAMUNDA_REST_ADDRESS', 'restUrl', 'https://host.example/orchestration/v2/', 'https://host.example/orchestration'],
    ['CAMUNDA_OPERATE_BASE_URL', 'operateUrl', 'https://host.example:443/operate/v1', 'https://host.example/operate'],
    ['CAMUNDA_OPERATE_BASE_URL', 'operateUrl', 'http://localhost:8081/', 'http://localhost:8081'],
    ['CAMUNDA_TASKLIST_BASE_URL', 'tasklistUrl', 'http://localhost:8082/api', 'http://localhost:8082/api'],
  ])('%s=%3$s', (name, member, given, wanted) => {
    expect(readClusterCredentials({ ...LOCATED, [name]: given })).toMatchObject({ [member]: wanted })
  })

  it.each([
    ['https://syd-1.api.camunda.io/some-id/v2', 'https://syd-1.api.camunda.io/some-id'],
    ['https://syd-1.api.camunda.io:443/some-id/', 'https://syd-1.api.camunda.io/some-id'],
    ['https://syd-1.api.camunda.io/some-id/operate', 'https://syd-1.api.camunda.io/some-id'],
    ['https://syd-1.api.camunda.io/some-id/admin/', 'https://syd-1.api.camunda.io/some-id'],
    ['https://syd-1.api.camunda.io/:443/some-id/v2/', 'https://syd-1.api.camunda.io/some-id'],
    ['https://syd-1.zeebe.camunda.io/:443/some-id/v2/', 'https://syd-1.api.camunda.io/some-id'],
    ['HTTPS://SYD-1.api.camunda.io/some-id', 'https://syd-1.api.camunda.io/some-id'],
    [
      'https://some-id.syd-1.privateconnectivity.camunda.io/api/v2/',
      'https://some-id.syd-1.privateconnectivity.camunda.io/api',
    ],
    [
      'https://some-id.syd-1.privateconnectivity.camunda.io',
      'https://some-id.syd-1.privateconnectivity.camunda.io/api',
    ],
  ])('brings %s into its normal form, and finds region and cluster id', (ZEEBE_REST_ADDRESS, restUrl) => {
    const cluster = readClusterCredentials({ ...CLIENT, ZEEBE_REST_ADDRESS })
    expect(cluster).toMatchObject({ restUrl, zeebeRestUrl: restUrl, clusterId: 'some-id', region: 'syd-1' })
  })

  it.each(['operate', 'tasklist', 'optimize'])('derives the one address of the cluster from that of %s', (product) => {
    const name = `CAMUNDA_${product.toUpperCase()}_BASE_URL`
    expect(readClusterCredentials({ ...CLIENT, [name]: url(product) }).restUrl).toBe(url('api'))
  })

  describe('of SaaS that Camunda 8.10 removed', () => {
    const removed = ['ZEEBE_REST_ADDRESS', 'CAMUNDA_OPERATE_BASE_URL', 'CAMUNDA_TASKLIST_BASE_URL']

    it.each([
      ['2022 to 2023', ERA_2023, removed.slice(1)],
      ['2024', ERA_2024, removed],
      ['2025 on', ERA_2025, removed],
      ['the screen of 2026', SCREEN_2026, []],
    ])('are named in warnings for a file of %s, without the value', (_, record, variables) => {
      const { warnings, cluster } = readCredentials(record)
      expect(cluster?.restUrl).toBe(url('api'))
      expect(warnings.map(({ variable }) => variable).sort()).toEqual([...variables].sort())
      for (const { problem, hint } of warnings) {
        expect(problem).toBe('has a host removed in 8.10')
        expect(hint).toBe('Use restUrl.')
      }
    })

    it.each(['zeebe', 'operate', 'tasklist'])('lead to the new one: %s', (product) => {
      for (const ending of ['', '/', '/v2', '/v1/']) {
        const CAMUNDA_REST_ADDRESS = url(product) + ending
        const { cluster, warnings } = readCredentials({ ...CLIENT, CAMUNDA_REST_ADDRESS })
        expect(cluster).toMatchObject({ restUrl: url('api'), clusterId: CLUSTER_ID, region: REGION })
        expect(warnings).toMatchObject([{ variable: 'CAMUNDA_REST_ADDRESS' }])
      }
    })

    it('still serve the APIs that went with them, up to 8.9', () => {
      const { cluster } = readCredentials(ERA_2025)
      expect(cluster).toMatchObject({ operateUrl: url('operate'), tasklistUrl: url('tasklist') })
    })

    it.each([
      ['CAMUNDA_REST_ADDRESS', url('api')],
      ['CAMUNDA_REST_ADDRESS', `https://${CLUSTER_ID}.${REGION}.privateconnectivity.camunda.io/api`],
      ['CAMUNDA_REST_ADDRESS', `https://proxy.example/${REGION}.zeebe.camunda.io/x`],
      ['CAMUNDA_OPTIMIZE_BASE_URL', url('optimize')],
      ['CAMUNDA_CONNECTORS_BASE_URL', url('connectors')],
      ['CAMUNDA_OPERATE_BASE_URL', `${url('api')}/operate`],
      ['ZEEBE_GRPC_ADDRESS', `grpcs://${CLUSTER_ID}.${REGION}.zeebe.camunda.io:443`],
    ])('are not these: %s=%s', (name, value) => {
      expect(readCredentials({ ...LOCATED, [name]: value }).warnings).toEqual([])
    })
  })

  it.each([
    ['CAMUNDA_HUB_REST_URL', 'https://hub.example/', 'https://hub.example'],
    ['CAMUNDA_HUB_BASE_URL', 'http://localhost:8088/hub', 'http://localhost:8088/hub'],
  ])('reads %s', (name, given, hubUrl) => {
    expect(readOrganizationCredentials({ ...ORGANIZATION, [name]: given })).toMatchObject({ hubUrl })
  })

  it.each([
    ['https://modeler.cloud.camunda.io/api/v1', 'https://modeler.cloud.camunda.io/api/v1'],
    ['https://modeler.camunda.io/api', 'https://modeler.camunda.io/api/v1'],
    ['http://localhost:8086', 'http://localhost:8086/api/v1'],
    ['http://localhost:8070/modeler/', 'http://localhost:8070/modeler/api/v1'],
  ])('completes the address of Web Modeler %s', (CAMUNDA_MODELER_BASE_URL, modelerUrl) => {
    expect(readOrganizationCredentials({ ...ORGANIZATION, CAMUNDA_MODELER_BASE_URL })).toMatchObject({ modelerUrl })
  })

  it.each([
    'http://localhost/t',
    'http://LOCALHOST:80/t',
    'http://a.b.localhost/t',
    'http://127.0.0.1:1/t',
    'http://127.9.8.7/t',
    'http://127.1/t',
    'http://[::1]:9/t',
    'https://id.example/t',
  ])('takes the token URL %s', (CAMUNDA_OAUTH_URL) => {
    expect(readClusterCredentials({ ...CLIENT, CAMUNDA_OAUTH_URL }).tokenUrl).toBe(CAMUNDA_OAUTH_URL)
  })

  it.each([
    'http://id.example/t',
    'http://localhost.example/t',
    'http://127.0.0.1.example/t',
    'http://evil.example?.localhost',
    'http://evil.example#.localhost',
    'http://128.0.0.1/t',
    'http://[::2]/t',
    'http://10.0.0.1/t',
    'http://notlocalhost/t',
  ])('refuses the token URL %s', (CAMUNDA_OAUTH_URL) => {
    const error = failure(() => readClusterCredentials({ ...CLIENT, CAMUNDA_OAUTH_URL }))
    expect(error.message).toMatch(/^CAMUNDA_OAUTH_URL must be https or on localhost: others can read/)
    expect(error.message).not.toContain(CAMUNDA_OAUTH_URL)
  })

  it.each([
    ['CAMUNDA_OAUTH_URL', 'id.example/token'],
    ['CAMUNDA_OAUTH_URL', 'ftp://id.example/token'],
    ['CAMUNDA_OAUTH_URL', 'http://evil.example\\.localhost/t'],
    ['CAMUNDA_OAUTH_URL', 'https://id.example/to ken'],
    ['CAMUNDA_OAUTH_URL', 'https://user:mark@id.example/token'],
    ['CAMUNDA_OPERATE_BASE_URL', 'localhost:8081'],
    ['CAMUNDA_OPERATE_BASE_URL', 'https://host.example/a b'],
    ['CAMUNDA_OPERATE_BASE_URL', 'https://[half'],
    ['CAMUNDA_REST_ADDRESS', 'https://'],
    ['ZEEBE_ADDRESS', 'a b:443'],
    ['CAMUNDA_CLUSTER_REGION', 'bru 2'],
    ['CAMUNDA_CLUSTER_REGION', 'evil.example/x'],
    ['CAMUNDA_CLUSTER_ID', 'https://bru-2.operate.camunda.io/x'],
    ['CAMUNDA_CLUSTER_ID', 'a\nb'],
  ])('refuses %s=%s', (name, value) => {
    const error = failure(() => readCredentials({ ...LOCATED, [name]: value }))
    expect(error).toMatchObject({ code: 'invalid', issues: [{ variable: name }] })
    expect(error.message).not.toContain(value)
  })

  it('does not look at the shape of ids', () => {
    expect(
      readClusterCredentials({
        ...CLIENT,
        CAMUNDA_CLIENT_ID: 'x',
        CAMUNDA_CLUSTER_ID: 'any',
        CAMUNDA_CLUSTER_REGION: 'europe-west1',
      }),
    ).toMatchObject({ operateUrl: 'https://europe-west1.operate.camunda.io/any' })
  })
})

describe('errors', () => {
  it('says everything that is missing at once', () => {
    const error = failure(() => readCredentials({}))
    expect(error).toMatchObject({ name: 'CredentialsError', isCredentialsError: true, code: 'missing' })
    expect(error.issues.map(({ variable }) => variable)).toEqual([
      'CAMUNDA_CLIENT_ID',
      'CAMUNDA_CLIENT_SECRET',
      'CAMUNDA_CONSOLE_CLIENT_ID',
      'CAMUNDA_CONSOLE_CLIENT_SECRET',
    ])
    for (const { hint } of error.issues) expect(error.message).toContain(hint)
  })

  it('says everything that is wrong at once', () => {
    const record = {
      CAMUNDA_CLIENT_ID: ID,
      CAMUNDA_CLUSTER_REGION: 'a b',
      CAMUNDA_OPERATE_BASE_URL: 'x',
      CAMUNDA_OAUTH_URL: 'http://id.example',
      CAMUNDA_CONSOLE_CLIENT_SECRET: SECRET,
    }
    const error = failure(() => readCredentials(record))
    expect(error.code).toBe('invalid')
    expect(error.issues.map(({ variable }) => variable).sort()).toEqual([
      'CAMUNDA_CLIENT_SECRET',
      'CAMUNDA_CLUSTER_REGION',
      'CAMUNDA_CONSOLE_CLIENT_ID',
      'CAMUNDA_OAUTH_URL',
      'CAMUNDA_OPERATE_BASE_URL',
    ])
  })

  it('says where the other kind of client is made', () => {
    const organization = failure(() => readOrganizationCredentials(ERA_2025))
    expect(organization.code).toBe('missing')
    expect(organization.message).toMatch(
      /CAMUNDA_CONSOLE_CLIENT_ID is not set\. In Console, create an API client of the organization/,
    )
    const cluster = failure(() => readClusterCredentials(ORGANIZATION))
    expect(cluster.message).toMatch(/CAMUNDA_CLIENT_ID is not set\. In Console, create an API client of the cluster/)
  })

  it('does not bother one kind with the problems of the other', () => {
    expect(
      readClusterCredentials({ ...ERA_2025, CAMUNDA_CONSOLE_CLIENT_ID: 'half', CAMUNDA_MODELER_BASE_URL: 'x' })
        .clientId,
    ).toBe(ID)
    expect(
      readOrganizationCredentials({ ...ORGANIZATION, CAMUNDA_CLIENT_ID: 'half', CAMUNDA_CLUSTER_REGION: 'a b' })
        .clientId,
    ).toBe('kT5~organization')
  })

  it('counts empty strings as not set, and changes nothing', () => {
    const record: CredentialsSource = Object.freeze({
      CAMUNDA_CLIENT_ID: '',
      CAMUNDA_CLIENT_SECRET: '  ',
      ZEEBE_CLIENT_ID: 'id',
      ZEEBE_CLIENT_SECRET: 'secret',
      CAMUNDA_OAUTH_URL: undefined,
      ...SAAS,
      CAMUNDA_OPERATE_BASE_URL: '',
    })
    expect(readClusterCredentials(record)).toMatchObject({ clientId: 'id', tokenUrl: TOKEN_URL })
  })

  it('ignores what is no text, such as the bindings of a Worker', () => {
    const bindings = { ...LOCATED, KV: { get() {} }, CAMUNDA_TENANT_ID: 7 } as unknown as CredentialsSource
    expect(readCredentials(bindings)).toMatchObject({ other: {}, cluster: { clientId: ID } })
  })
})

describe('other variables', () => {
  it('pass through unharmed, under their own names', () => {
    const source = { ...LOCATED, MY_VAR: ' a=b ', 'spring.application.name': 'x', ['__proto__']: 'y', EMPTY: '' }
    const { other } = readCredentials(source)
    const revealed = Object.entries(other).map(([name, value]) => [name, value.reveal()])
    expect(revealed).toEqual([
      ['MY_VAR', ' a=b '],
      ['spring.application.name', 'x'],
      ['__proto__', 'y'],
      ['EMPTY', ''],
    ])
  })
})
