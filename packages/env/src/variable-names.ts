/**
 * The names of each setting, old and new, in order of preference: the first that is set wins.
 *
 * Spring properties need no names of their own: {@link variableKey} makes `camunda.client.auth.client-id` and
 * `CAMUNDA_CLIENT_AUTH_CLIENTID` the same.
 */
export const NAMES = {
  cluster: {
    clusterId: [
      'CAMUNDA_CLUSTER_ID',
      'CAMUNDA_CLIENT_CLOUD_CLUSTERID',
      'CAMUNDA_CLIENT_CLUSTERID',
      'ZEEBE_CLIENT_CLOUD_CLUSTERID',
    ],
    region: [
      'CAMUNDA_CLUSTER_REGION',
      'CAMUNDA_CLIENT_CLOUD_REGION',
      'CAMUNDA_CLIENT_REGION',
      'CAMUNDA_REGION_ID',
      'ZEEBE_CLIENT_CLOUD_REGION',
    ],
    zeebeGrpcAddress: ['ZEEBE_GRPC_ADDRESS', 'CAMUNDA_GRPC_ADDRESS', 'ZEEBE_ADDRESS'],
    zeebeRestUrl: ['CAMUNDA_REST_ADDRESS', 'ZEEBE_REST_ADDRESS'],
    operateUrl: ['CAMUNDA_OPERATE_BASE_URL'],
    tasklistUrl: ['CAMUNDA_TASKLIST_BASE_URL'],
    optimizeUrl: ['CAMUNDA_OPTIMIZE_BASE_URL'],
    audience: [
      'CAMUNDA_ZEEBE_OAUTH_AUDIENCE',
      'CAMUNDA_TOKEN_AUDIENCE',
      'CAMUNDA_CLIENT_AUTH_AUDIENCE',
      'ZEEBE_TOKEN_AUDIENCE',
    ],
    operateAudience: ['CAMUNDA_OPERATE_OAUTH_AUDIENCE'],
    tasklistAudience: ['CAMUNDA_TASKLIST_OAUTH_AUDIENCE'],
    optimizeAudience: ['CAMUNDA_OPTIMIZE_OAUTH_AUDIENCE'],
    tenantId: ['CAMUNDA_TENANT_ID', 'CAMUNDA_DEFAULT_TENANT_ID'],
  },
  organization: {
    consoleUrl: ['CAMUNDA_CONSOLE_BASE_URL', 'CAMUNDA_SAAS_ADMINISTRATION_API_BASE_URL'],
    modelerUrl: ['CAMUNDA_MODELER_BASE_URL'],
  },
  common: {
    mode: ['CAMUNDA_CLIENT_MODE'],
    tokenUrl: [
      'CAMUNDA_OAUTH_URL',
      'CAMUNDA_AUTHORIZATION_SERVER_URL',
      'CAMUNDA_CLIENT_AUTH_TOKENURL',
      'ZEEBE_AUTHORIZATION_SERVER_URL',
    ],
    scope: ['CAMUNDA_TOKEN_SCOPE', 'CAMUNDA_OAUTH_SCOPE', 'CAMUNDA_CLIENT_AUTH_SCOPE', 'ZEEBE_TOKEN_SCOPE'],
    scopes: ['CAMUNDA_CREDENTIALS_SCOPES'],
    organizationAudience: [
      'CAMUNDA_CONSOLE_OAUTH_AUDIENCE',
      'CAMUNDA_HUB_OAUTH_AUDIENCE',
      'CAMUNDA_SAAS_ADMINISTRATION_API_OAUTH_AUDIENCE',
      'CAMUNDA_OAUTH_AUDIENCE',
    ],
    modelerAudience: ['CAMUNDA_MODELER_OAUTH_AUDIENCE'],
  },
} as const

/** How the names of a client's id and secret begin, in order of preference. */
export const CLIENT_NAMES = {
  cluster: [
    'CAMUNDA_CLIENT_',
    'CAMUNDA_CLIENT_AUTH_CLIENT',
    'ZEEBE_CLIENT_',
    'ZEEBE_CLIENT_CLOUD_CLIENT',
    'OPERATE_CLIENT_',
  ],
  organization: ['CAMUNDA_CONSOLE_CLIENT_', 'CAMUNDA_HUB_CLIENT_', 'CAMUNDA_SAAS_ADMINISTRATION_API_CLIENT_'],
} as const
/** How they end. */
export const ENDS = ['ID', 'SECRET'] as const

/**
 * What two spellings of one name have in common, after the relaxed binding of Spring Boot: case, dots, dashes and
 * underscores do not count.
 */
export function variableKey(name: string): string {
  return name.replace(/[._-]/g, '').toUpperCase()
}

/** Every name above. */
export const ALL_NAMES: readonly string[] = [
  ...Object.values(NAMES).flatMap((settings) => Object.values<readonly string[]>(settings).flat()),
  ...Object.values(CLIENT_NAMES).flatMap((families) => families.flatMap((family) => ENDS.map((end) => family + end))),
]

const keys = new Set(ALL_NAMES.map(variableKey))

/** Whether this package uses the variable, however it is spelled. */
export function isKnownName(name: string): boolean {
  return keys.has(variableKey(name))
}
