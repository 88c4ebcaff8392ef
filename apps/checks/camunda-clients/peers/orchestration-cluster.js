// #region client
import { createCamundaClient } from '@camunda8/orchestration-cluster-api'

/** The Orchestration Cluster client with our tokens. */
export function createCluster(auth, restAddress) {
  return createCamundaClient({
    config: { CAMUNDA_AUTH_STRATEGY: 'NONE', CAMUNDA_REST_ADDRESS: restAddress },
    fetch: auth.fetch('zeebe.camunda.io'),
  })
}
// #endregion client
