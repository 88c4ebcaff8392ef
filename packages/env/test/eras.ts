/** Downloaded files of each era, with invented values. */
export const CLUSTER_ID = '7d0f1c52-94ab-4c3e-8f17-2b6a90de4411'
export const REGION = 'syd-1'
export const ID = 'aB3~xYz_0-9.QwErTyUiOpAsDfGhJkLz'
export const SECRET = 'mark~SECRET.0123456789_abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMN'
export const TOKEN_URL = 'https://login.cloud.camunda.io/oauth/token'
export const url = (product: string): string => `https://${REGION}.${product}.camunda.io/${CLUSTER_ID}`

export const ERA_2021: Record<string, string> = {
  ZEEBE_ADDRESS: `${CLUSTER_ID}.zeebe.camunda.io:443`,
  ZEEBE_CLIENT_ID: ID,
  ZEEBE_CLIENT_SECRET: SECRET,
  ZEEBE_AUTHORIZATION_SERVER_URL: TOKEN_URL,
}

export const ERA_2023: Record<string, string> = {
  ...ERA_2021,
  ZEEBE_ADDRESS: `${CLUSTER_ID}.${REGION}.zeebe.camunda.io:443`,
  ZEEBE_TOKEN_AUDIENCE: 'zeebe.camunda.io',
  CAMUNDA_CLUSTER_ID: CLUSTER_ID,
  CAMUNDA_CLUSTER_REGION: REGION,
  CAMUNDA_CREDENTIALS_SCOPES: 'Zeebe,Tasklist,Operate,Optimize',
  CAMUNDA_TASKLIST_BASE_URL: url('tasklist'),
  CAMUNDA_OPTIMIZE_BASE_URL: url('optimize'),
  CAMUNDA_OPERATE_BASE_URL: url('operate'),
  CAMUNDA_OAUTH_URL: TOKEN_URL,
}

export const ERA_2024: Record<string, string> = {
  ...ERA_2023,
  ZEEBE_REST_ADDRESS: url('zeebe'),
  ZEEBE_GRPC_ADDRESS: `grpcs://${CLUSTER_ID}.${REGION}.zeebe.camunda.io:443`,
}

export const ERA_2025: Record<string, string> = {
  ...ERA_2024,
  CAMUNDA_CLIENT_ID: ID,
  CAMUNDA_CLIENT_SECRET: SECRET,
  CAMUNDA_CLIENT_MODE: 'saas',
  CAMUNDA_CLIENT_AUTH_CLIENTID: ID,
  CAMUNDA_CLIENT_AUTH_CLIENTSECRET: SECRET,
  CAMUNDA_CLIENT_CLOUD_CLUSTERID: CLUSTER_ID,
  CAMUNDA_CLIENT_CLOUD_REGION: REGION,
}

export const SCREEN_2026: Record<string, string> = {
  CAMUNDA_REGION_ID: REGION,
  CAMUNDA_CLUSTER_ID: CLUSTER_ID,
  CAMUNDA_CLIENT_ID: ID,
  CAMUNDA_CLIENT_SECRET: SECRET,
  CAMUNDA_OAUTH_URL: TOKEN_URL,
  CAMUNDA_TOKEN_AUDIENCE: 'zeebe.camunda.io',
}

export const ORGANIZATION: Record<string, string> = {
  CAMUNDA_CONSOLE_CLIENT_ID: 'kT5~organization',
  CAMUNDA_CONSOLE_CLIENT_SECRET: 'mark~ORGANIZATION.SECRET~0123456',
  CAMUNDA_OAUTH_URL: TOKEN_URL,
  CAMUNDA_CONSOLE_BASE_URL: 'https://api.cloud.camunda.io',
  CAMUNDA_CONSOLE_OAUTH_AUDIENCE: 'api.cloud.camunda.io',
}

const KEYCLOAK = 'http://localhost:18080/auth/realms/camunda-platform/protocol/openid-connect/token'

export const SELF_MANAGED: Record<string, string> = {
  ZEEBE_REST_ADDRESS: 'http://localhost:8080',
  ZEEBE_GRPC_ADDRESS: 'grpc://localhost:26500',
  ZEEBE_CLIENT_ID: 'zeebe',
  ZEEBE_CLIENT_SECRET: 'mark~zecret',
  ZEEBE_AUTHORIZATION_SERVER_URL: KEYCLOAK,
  ZEEBE_TOKEN_AUDIENCE: 'zeebe-api',
  CAMUNDA_CREDENTIALS_SCOPES: 'Zeebe,Tasklist,Operate,Optimize',
  CAMUNDA_OAUTH_URL: KEYCLOAK,
  CAMUNDA_OPERATE_BASE_URL: 'http://localhost:8081',
  CAMUNDA_TASKLIST_BASE_URL: 'http://localhost:8082',
  CAMUNDA_OPTIMIZE_BASE_URL: 'http://localhost:8083',
  CAMUNDA_MODELER_BASE_URL: 'http://localhost:8070/api',
  CAMUNDA_TENANT_ID: '',
}
