import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** The community's Operate client with its token cache. */
export function open({ tokenUrl, apiUrl, clientId, clientSecret, audience, directory }) {
  // The environment is read when the provider is created, and there are no other settings.
  process.env.CAMUNDA_TOKEN_CACHE_DIR = directory
  const { OAuthProviderImpl } = require('camunda-saas-oauth')
  const { OperateApiClient } = require('operate-api-client')
  const oauthProvider = new OAuthProviderImpl({
    authServerUrl: tokenUrl,
    audience,
    clientId,
    clientSecret,
    userAgentString: 'bench',
  })
  const operate = new OperateApiClient({ oauthProvider, baseUrl: apiUrl })
  return {
    headers: () => operate.getHeaders(),
    call: () => operate.getProcessInstance('2251799813685249'),
    pages: { v1: async () => (await operate.searchProcessInstances({})).items[0].key },
  }
}
