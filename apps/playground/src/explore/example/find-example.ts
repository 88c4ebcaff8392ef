import type { Operation } from '@x/rest/shapes'
import { loadOperations } from '../../apis.ts'
import type { ApiAccess } from '../../calls/api-access.ts'
import { type CallInput, call } from '../../calls/call.ts'
import type { SuggestedValue } from '../form/suggestions-context.ts'
import { exampleInput } from './example-input.ts'
import { createRealValues, type RealValues } from './real-values.ts'

/** Finds an example input for an operation. Calls only reading operations, to find existing objects. */
export async function findExample(access: ApiAccess, operation: Operation): Promise<CallInput> {
  return exampleInput(operation, await realValues(access))
}

/** Finds existing values for a member of an operation's input. */
export async function suggestValues(
  access: ApiAccess,
  operation: Operation,
  name: string,
): Promise<readonly SuggestedValue[]> {
  return (await realValues(access)).list(name, operation)
}

async function realValues(access: ApiAccess): Promise<RealValues> {
  const operations = await loadOperations(access.api)
  const { signal } = new AbortController()
  return createRealValues(operations, async (source, params) => {
    const { outcome } = await call(access, source, { params, input: source.takes && {} }, signal)
    return outcome.type === 'answer' ? outcome.value : undefined
  })
}
