import type { Operation } from '@x/rest/shapes'
import { loadOperations } from '../../apis.ts'
import type { ApiAccess } from '../../calls/api-access.ts'
import { type CallInput, call } from '../../calls/call.ts'
import { exampleInput } from './example-input.ts'
import { createRealValues } from './real-values.ts'

/** An example to send with an operation. Calls operations that only read, to find things that exist. */
export async function findExample(access: ApiAccess, operation: Operation): Promise<CallInput> {
  const operations = await loadOperations(access.api)
  const { signal } = new AbortController()
  const real = createRealValues(operations, async (source, params) => {
    const { outcome } = await call(access, source, { params, input: source.takes && {} }, signal)
    return outcome.type === 'answer' ? outcome.value : undefined
  })
  return exampleInput(operation, real)
}
