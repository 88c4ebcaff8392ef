import { memoryStorage } from '@x/auth'
import { runAll } from '../suite/index.ts'
import { type Setup, variablesOf } from '../suite/place.ts'

interface FetchEvent extends Event {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}

addEventListener('fetch', (event) => {
  const { request } = event as FetchEvent
  ;(event as FetchEvent).respondWith(answer(request))
})

async function answer(request: Request): Promise<Response> {
  const setup = (await request.json()) as Setup
  const outcomes = await runAll({
    setup,
    // It has no environment. Frameworks create one at build time.
    variables: { ...variablesOf(setup.clusterFile), ...variablesOf(setup.organizationFile) },
    inspect: undefined,
    storages: { memory: { open: () => memoryStorage(), shared: false } },
  })
  return new Response(JSON.stringify(outcomes))
}
