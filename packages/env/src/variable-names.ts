const CLUSTER_IDS =
  'CLIENT_ID CLIENT_AUTH_CLIENTID CLIENT_CLOUD_CLIENTID OPERATE_CLIENT_ID TASKLIST_CLIENT_ID OPTIMIZE_CLIENT_ID'
const ORGANIZATION_IDS = 'CONSOLE_CLIENT_ID HUB_CLIENT_ID SAAS_ADMINISTRATION_API_CLIENT_ID MANAGEMENT_API_CLIENT_ID'

/**
 * The names of each setting, old and new, in order of preference. Each begins with `CAMUNDA_` or, second in preference,
 * with `ZEEBE_`. {@link variableKey} maps further spellings to them; of two spellings of one name, the alphabetically
 * first counts.
 */
export const NAMES = {
  common: {
    mode: 'CLIENT_MODE',
    dangerouslyAllowInsecureTokenUrl: 'DANGEROUSLY_ALLOW_INSECURE_TOKEN_URL',
    tokenUrl: 'OAUTH_URL AUTHORIZATION_SERVER_URL CLIENT_AUTH_TOKENURL CLIENT_AUTH_ISSUER CLIENT_CLOUD_AUTHURL',
    scope: 'TOKEN_SCOPE OAUTH_SCOPE CLIENT_AUTH_SCOPE',
    resource: 'TOKEN_RESOURCE CLIENT_AUTH_RESOURCE',
    scopes: 'CREDENTIALS_SCOPES',
  },
  cluster: {
    clientId: CLUSTER_IDS as string,
    clientSecret: CLUSTER_IDS.replace(/ID\b/g, 'SECRET') as string,
    clusterId: 'CLUSTER_ID CLIENT_CLOUD_CLUSTERID',
    region: 'CLUSTER_REGION CLIENT_CLOUD_REGION CLIENT_REGION REGION_ID',
    zeebeGrpcAddress: 'GRPC_ADDRESS GATEWAY_ADDRESS ADDRESS',
    restUrl: 'REST_ADDRESS BASE_URL',
    operateUrl: 'OPERATE_BASE_URL OPERATE_URL',
    tasklistUrl: 'TASKLIST_BASE_URL',
    optimizeUrl: 'OPTIMIZE_BASE_URL',
    connectorsUrl: 'CONNECTORS_BASE_URL',
    audience: 'OAUTH_AUDIENCE TOKEN_AUDIENCE CLIENT_AUTH_AUDIENCE AUDIENCE',
    operateAudience: 'OPERATE_OAUTH_AUDIENCE',
    tasklistAudience: 'TASKLIST_OAUTH_AUDIENCE',
    optimizeAudience: 'OPTIMIZE_OAUTH_AUDIENCE',
    tenantId: 'TENANT_ID DEFAULT_TENANT_ID',
  },
  organization: {
    clientId: ORGANIZATION_IDS as string,
    clientSecret: ORGANIZATION_IDS.replace(/ID\b/g, 'SECRET') as string,
    audience:
      'CONSOLE_OAUTH_AUDIENCE HUB_OAUTH_AUDIENCE SAAS_ADMINISTRATION_API_OAUTH_AUDIENCE MANAGEMENT_API_OAUTH_AUDIENCE MODELER_OAUTH_AUDIENCE',
    consoleUrl: 'CONSOLE_BASE_URL SAAS_ADMINISTRATION_API_BASE_URL MANAGEMENT_API_BASE_URL',
    modelerUrl: 'MODELER_BASE_URL',
    hubUrl: 'HUB_REST_URL HUB_BASE_URL',
  },
}

/**
 * Returns the key that all spellings of a name share. As in Spring Boot's relaxed binding, case, dots, dashes and
 * underscores are ignored, and so are words that only group properties: `camunda.client.zeebe.rest-address` is
 * `ZEEBE_REST_ADDRESS`.
 */
export function variableKey(name: string): string {
  return name
    .replace(/[._-]/g, '')
    .toUpperCase()
    .replace(/^(?=CAMUNDA|ZEEBE|OPERATE)/, '$')
    .replace(/CAMUNDA|ZEEBE|CLIENT(?!ID|SE)|BROKER/g, '')
}

/** All of these names. */
export const ALL_NAMES: readonly string[] = Object.values(NAMES)
  .flatMap(Object.values<string>)
  .join(' ')
  .split(' ')
  .flatMap((name) => [`CAMUNDA_${name}`, `ZEEBE_${name}`])

export const KEYS: ReadonlySet<string> = new Set(ALL_NAMES.map(variableKey))

/** Whether the variable is one of Camunda's, whether or not this package reads it. */
export function isCamundaName(name: string): boolean {
  return variableKey(name).startsWith('$')
}

/** Whether this package reads the variable, however it is spelled. */
export function isKnownName(name: string): boolean {
  return KEYS.has(variableKey(name))
}
