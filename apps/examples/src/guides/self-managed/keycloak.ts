import { createOAuth } from '@x/auth'
import { type CredentialsSource, readCredentials } from '@x/env'
import { createModelerClient, type ModelerClient } from '@x/modeler'
import { createOperateClient, type OperateClient } from '@x/operate'

/** One application of Identity for Operate and Web Modeler, as the variables name it. */
export function connect(variables?: CredentialsSource): { operate: OperateClient; modeler: ModelerClient } {
  const { cluster, organization } = readCredentials(variables)
  if (!cluster || !organization) throw new Error('CAMUNDA_OPERATE_BASE_URL or CAMUNDA_MODELER_BASE_URL is not set')
  // Asked without audience, Keycloak gives one token for all that the application was granted.
  const auth = createOAuth(cluster)
  return {
    // '' leaves the audience out.
    operate: createOperateClient({ auth, baseUrl: cluster.operateUrl, audience: cluster.operateAudience ?? '' }),
    // This client leaves it out by itself where the address is not SaaS.
    modeler: createModelerClient({ auth, baseUrl: organization.modelerUrl }),
  }
}
