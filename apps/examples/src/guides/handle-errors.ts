import type { OperateClient, ProcessInstance } from '@x/operate'
import { ApiError, type RestEvent } from '@x/rest'

// #region status
/** Returns the process instance; undefined if there is none, or if it has not reached Operate's database yet. */
export async function findProcessInstance(operate: OperateClient, key: string): Promise<ProcessInstance | undefined> {
  try {
    return await operate.processInstances.get(key)
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined
    throw error
  }
}
// #endregion status

// #region code
/** Whether the same call may succeed later without any change. */
export function mayPass(error: unknown): boolean {
  const { code, status = 0 } = error as { code?: string; status?: number }
  if (code === 'http') return status === 429 || status >= 500
  return ['network', 'timeout', 'rate_limited', 'server_error'].includes(code ?? '')
}
// #endregion code

// #region limits
/** Returns within two seconds or throws, and ends with the request that it belongs to. */
export async function countActive(operate: OperateClient, signal: AbortSignal): Promise<number> {
  const query = { filter: { state: 'ACTIVE' }, size: 1 } as const
  const { total } = await operate.processInstances.search(query, { timeoutMs: 2000, retry: false, signal })
  return total
}
// #endregion limits

// #region log
/** For `onEvent` of a client: one line for each retry, and for each call that failed. */
export function describeEvent(event: RestEvent): string | undefined {
  const { operation, attempt } = event
  if (event.type === 'retry') return `${operation} again after attempt ${attempt}, in ${event.delayMs} ms`
  if (event.type !== 'error') return undefined
  const { code, status, requestId, message } = event.error as Partial<ApiError>
  return `${operation} failed after ${event.durationMs} ms: ${[code, status, requestId, message].filter(Boolean).join(', ')}`
}
// #endregion log
