import { createOAuth } from '@x/auth'
import { type CredentialsSource, readCredentials } from '@x/env'
import { createModelerClient, type ModelerClient } from '@x/modeler'
import { createOperateClient, type OperateClient } from '@x/operate'

/** Uses one application of Identity, from the variables, for Operate and Web Modeler. */
export function connect(variables?: CredentialsSource): { operate: OperateClient; modeler: ModelerClient } {
  const { cluster, organization } = readCredentials(variables)
  if (!cluster || !organization) throw new Error('CAMUNDA_OPERATE_BASE_URL or CAMUNDA_MODELER_BASE_URL is not set')
  // Without an audience, Keycloak issues one token for everything that the application was granted.
  const auth = createOAuth(cluster)
  return {
    // '' leaves the audience out.
    operate: createOperateClient({ auth, baseUrl: cluster.operateUrl, audience: cluster.operateAudience ?? '' }),
    // This client leaves it out automatically if the address is not SaaS.
    modeler: createModelerClient({ auth, baseUrl: organization.modelerUrl }),
  }
}
