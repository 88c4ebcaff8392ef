import { type ConnectedCluster, connectCluster } from '@x/camunda'
import { type ApiError, NotYetError } from '@x/rest'

/** The client with the settings that `createCamundaClient` read from the environment. */
export const connect = (restUrl: string, auth: { headers(): Promise<Record<string, string>> }) =>
  // #region connect
  connectCluster({ restUrl }, { auth })
// #endregion connect

/** Creates an instance, and returns it once searches find it. */
export async function createAndFind(camunda: Pick<ConnectedCluster, 'orchestration'>) {
  // #region wait
  const { processInstances } = camunda.orchestration
  const { processInstanceKey } = await processInstances.create({ processDefinitionId: 'order' })
  const instance = await processInstances.get(processInstanceKey, { waitFor: true, waitForMs: 5000 })
  const { items } = await processInstances.search({ filter: { processInstanceKey } }) // not waited for: may be empty
  // #endregion wait
  return { instance, found: items.length }
}

/** Returns the reason of a failed call, in a few words. */
export function reasonOf(error: unknown): string {
  // #region errors
  if (error instanceof NotYetError) return 'not there in time' // EventualConsistencyTimeoutError
  const { status, title } = error as ApiError // HttpSdkError
  return status === undefined ? 'no response' : `${status} ${title ?? ''}`.trim()
  // #endregion errors
}
