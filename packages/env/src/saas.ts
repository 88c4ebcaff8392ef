import type { ClusterSettings, OrganizationCredentials } from './credentials.ts'

export const SAAS_TOKEN_URL = 'https://login.cloud.camunda.io/oauth/token'

/** Whether Camunda's own service issues the tokens. */
export function isSaasLogin(tokenUrl = ''): boolean {
  return tokenUrl.startsWith(SAAS_TOKEN_URL)
}

/** Whether a value is an address or an audience of SaaS. */
export function isSaasName(value: string): boolean {
  return /^(\w+:\/\/)?[^/]+\.camunda\.io([:/]|$)/.test(value)
}

/** Returns the cluster id and region in a cluster's address. Addresses of 2020 and 2021 have no region. */
export function readSaasAddress(address: string): Pick<ClusterSettings, 'clusterId' | 'region'> {
  return (
    (
      /^https:\/\/(?<region>[\w-]+)\.\w+\.camunda\.io\/(?<clusterId>[\w-]+)/.exec(address) ??
      /^(\w+:\/\/)?(?<clusterId>[\w-]+)(\.(?<region>[\w-]+))?\.(zeebe|privateconnectivity)\.camunda\.io(?![\w.-])/.exec(
        address,
      )
    )?.groups ?? {}
  )
}

/** Returns the SaaS addresses that a cluster's client works for. */
export function saasCluster({ region, clusterId }: ClusterSettings): ClusterSettings {
  const url = (product: string) => `https://${region}.${product}.camunda.io/${clusterId}`
  return {
    audience: 'zeebe.camunda.io',
    ...(region &&
      clusterId && {
        zeebeGrpcAddress: `grpcs://${clusterId}.${region}.zeebe.camunda.io:443`,
        restUrl: url('api'),
        operateUrl: url('operate'),
        tasklistUrl: url('tasklist'),
        optimizeUrl: url('optimize'),
        connectorsUrl: url('connectors'),
      }),
  }
}

/** The SaaS addresses that an organization's client works for. */
export const SAAS_ORGANIZATION: Partial<OrganizationCredentials> = {
  audience: 'api.cloud.camunda.io',
  consoleUrl: 'https://api.cloud.camunda.io',
  modelerUrl: 'https://modeler.cloud.camunda.io/api/v1',
  hubUrl: 'https://hub.cloud.camunda.io',
}
