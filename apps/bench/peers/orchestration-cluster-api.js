import { createCamundaClient } from '@camunda8/orchestration-cluster-api'

/** The official client of the Orchestration Cluster API, which replaces Operate's, as an ES module. */
export function open({ tokenUrl, apiUrl, clientId, clientSecret, audience, directory }) {
  const camunda = createCamundaClient({
    config: {
      CAMUNDA_AUTH_STRATEGY: 'OAUTH',
      CAMUNDA_OAUTH_URL: tokenUrl,
      CAMUNDA_OAUTH_CACHE_DIR: directory,
      CAMUNDA_REST_ADDRESS: apiUrl,
      CAMUNDA_TOKEN_AUDIENCE: audience,
      CAMUNDA_CLIENT_ID: clientId,
      CAMUNDA_CLIENT_SECRET: clientSecret,
    },
    log: { level: 'silent' },
  })
  return {
    headers: () => camunda.getAuthHeaders(),
    call: () =>
      camunda.getProcessInstance({ processInstanceKey: '2251799813685249' }, { consistency: { waitUpToMs: 0 } }),
    pages: {
      v2: async () =>
        (await camunda.searchProcessInstances({}, { consistency: { waitUpToMs: 0 } })).items[0].processInstanceKey,
    },
  }
}
