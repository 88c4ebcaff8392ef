import { loadOperations } from '../../../../src/apis.ts'
import type { ApiAccess } from '../../../../src/calls/api-access.ts'
import { call } from '../../../../src/calls/call.ts'
import { canLoadAll } from '../../../../src/explore/answer/paging/load-all.ts'
import { exampleInput } from '../../../../src/explore/example/example-input.ts'
import { createRealValues } from '../../../../src/explore/example/real-values.ts'
import type { SnippetRequest } from '../../../../src/take-home/snippets.ts'

export interface ExampleRequest extends SnippetRequest {
  readonly access: ApiAccess
  readonly api: ApiAccess['api']
}

/** Every operation with an example of its input; once more for all pages where a client gives them. */
export async function exampleRequests(accesses: readonly ApiAccess[]): Promise<readonly ExampleRequest[]> {
  const requests: ExampleRequest[] = []
  for (const access of accesses) {
    const { api } = access
    const operations = await loadOperations(api)
    // Of the others the embedded Camunda has no data yet, and examples are invented.
    const hasData = /^(operate|console|modeler)$/.test(api.name)
    const real = createRealValues(operations, async (source, params) => {
      const asked = { params, input: source.takes && {} }
      const { outcome } = await call(access, source, asked, new AbortController().signal)
      return outcome.type === 'answer' ? outcome.value : undefined
    })
    for (const operation of operations) {
      const input = await exampleInput(operation, hasData ? real : undefined)
      requests.push({ access, api, operation, input })
      if (canLoadAll(operation)) requests.push({ access, api, operation, input, allPages: true })
    }
  }
  return requests
}
