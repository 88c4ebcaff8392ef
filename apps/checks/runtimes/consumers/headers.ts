// Options of a call: headers in every form that `fetch` accepts, and values that may be undefined.
import type { createConsoleClient } from '@x/console'
import type { createModelerClient } from '@x/modeler'
import type { createOperateClient } from '@x/operate'
import type { CallOptions, createTransport } from '@x/rest'

declare const operate: ReturnType<typeof createOperateClient>
declare const modeler: ReturnType<typeof createModelerClient>
declare const administration: ReturnType<typeof createConsoleClient>
declare const transport: ReturnType<typeof createTransport>
declare const request: Request

const record: Record<string, string> = { traceparent: 'a' }
const pairs: [string, string][] = [['traceparent', 'a']]
const given: CallOptions['headers'][] = [
  new Headers({ traceparent: 'a' }),
  request.headers,
  pairs,
  [['traceparent', 'a']],
  record,
  { traceparent: 'a' },
  undefined,
]
for (const headers of given) {
  await operate.incidents.search({}, { headers })
  await modeler.projects.search({}, { headers })
  await administration.clusters.list({ headers })
  await transport.call({ id: 'things.get', method: 'GET', path: '/things' }, {}, { headers })
}

export async function passedOn(
  headers?: ConstructorParameters<typeof Headers>[0],
  signal?: AbortSignal,
  timeoutMs?: number,
) {
  await operate.processInstances.get('1', { headers, signal, timeoutMs, retry: false })
  await operate.processInstances.get('1', { headers: new Headers(headers) })
  for await (const incident of operate.incidents.searchAll({}, { headers, signal })) console.log(incident.key)
}
