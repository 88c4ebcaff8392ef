import type { ClusterSettings, OrganizationCredentials } from './credentials.ts'

export const SAAS_TOKEN_URL = 'https://login.cloud.camunda.io/oauth/token'

/** Whether Camunda's own service gives the tokens. */
export function isSaasLogin(tokenUrl = ''): boolean {
  return tokenUrl.startsWith(SAAS_TOKEN_URL)
}

/** Cluster id and region, as far as Zeebe's address names them: those of 2020 and 2021 have no region. */
export function readSaasAddress(address = ''): Pick<ClusterSettings, 'clusterId' | 'region'> {
  return /^(\w+:\/\/)?(?<clusterId>[\w-]+)(\.(?<region>[\w-]+))?\.zeebe\.camunda\.io\b/.exec(address)?.groups ?? {}
}

/** What a cluster's client can open on SaaS. */
export function saasCluster({ region, clusterId }: ClusterSettings): ClusterSettings {
  const url = (product: string) => `https://${region}.${product}.camunda.io/${clusterId}`
  return {
    audience: 'zeebe.camunda.io',
    ...(region &&
      clusterId && {
        zeebeGrpcAddress: `grpcs://${clusterId}.${region}.zeebe.camunda.io:443`,
        zeebeRestUrl: url('zeebe'),
        operateUrl: url('operate'),
        tasklistUrl: url('tasklist'),
        optimizeUrl: url('optimize'),
      }),
  }
}

/** What an organization's client can open on SaaS. */
export const SAAS_ORGANIZATION: Partial<OrganizationCredentials> = {
  audience: 'api.cloud.camunda.io',
  consoleUrl: 'https://api.cloud.camunda.io',
  modelerUrl: 'https://modeler.cloud.camunda.io/api/v1',
}
