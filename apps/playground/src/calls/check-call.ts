import { loadOperations } from '../apis.ts'
import type { ApiAccess } from './api-access.ts'
import { type Call, call } from './call.ts'

/** Calls an operation with a small response, to check whether the API is available. */
export async function checkCall(access: ApiAccess, signal: AbortSignal): Promise<Call> {
  const { id, input } = access.api.check
  const operations = await loadOperations(access.api)
  const operation = operations.find((candidate) => candidate.id === id)
  if (!operation) throw new TypeError(`There is no operation ${id}.`)
  return call(access, operation, { params: {}, input }, signal)
}
