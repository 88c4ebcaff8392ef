import { createRequire } from 'node:module'

const { Auth, Operate } = createRequire(import.meta.url)('@camunda8/sdk')

/** The official Node SDK and its Operate client. */
export function open({ tokenUrl, apiUrl, clientId, clientSecret, audience, directory }) {
  const config = {
    CAMUNDA_AUTH_STRATEGY: 'OAUTH',
    CAMUNDA_OAUTH_URL: tokenUrl,
    CAMUNDA_OPERATE_BASE_URL: apiUrl,
    CAMUNDA_OPERATE_OAUTH_AUDIENCE: audience,
    CAMUNDA_TOKEN_CACHE_DIR: directory,
    CAMUNDA_LOG_LEVEL: 'none',
    ZEEBE_CLIENT_ID: clientId,
    ZEEBE_CLIENT_SECRET: clientSecret,
  }
  const oAuthProvider = new Auth.OAuthProvider({ config })
  const operate = new Operate.OperateApiClient({ config, oAuthProvider })
  return {
    headers: () => oAuthProvider.getHeaders('OPERATE'),
    call: () => operate.getProcessInstance('2251799813685249'),
    pages: { v1: async () => (await operate.searchProcessInstances({})).items[0].key },
  }
}
