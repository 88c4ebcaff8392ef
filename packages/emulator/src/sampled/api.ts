import type { Operation } from '@x/rest/shapes'
import type { Api, ApiAnswer, ApiContext, ApiRequest, Caller } from '../api.ts'
import { Problem, problemResponse } from '../problem.ts'
import { empty, json } from '../responses.ts'
import { createRouter } from '../router.ts'
import { contentOf } from './content.ts'
import { type Members, replaced } from './members.ts'
import { itemOf, pageOf } from './page.ts'
import type { RealApi } from './real.ts'
import { readInput, type SampledInput } from './request.ts'
import { pathBelow, type SampledTable } from './route.ts'
import { sampleOf } from './sample.ts'
import { isKnown } from './shape.ts'

/** The context for a response that is more than a sample. */
export interface SpecialContext {
  readonly input: SampledInput
  readonly caller: Caller | undefined
  readonly server: SampledServer
}

/** Improves the samples of some operations, by operation id. */
// biome-ignore lint/suspicious/noExplicitAny: the shape of the operation is data, not a type
export type SpecialResponses = Readonly<Record<string, (sample: any, context: SpecialContext) => unknown>>

/** What the server reports about itself. */
export interface SampledServer {
  readonly clusterId: string
  /** Minor version of Camunda 8. Operations that are newer are not served. */
  readonly minor: number
  /** For example `8.9.0`. */
  readonly version: string
  readonly isSaas: boolean
}

export interface SampledApiOptions extends ApiContext, SampledTable {
  readonly server: SampledServer
  readonly special?: SpecialResponses | undefined
  readonly readsAnyCase?: boolean | undefined
  /** Handlers of the operations that do more than sampling. */
  readonly real?: RealApi | undefined
}

/**
 * An API that is derived from its operation table: it validates each request by the shapes of its operation, and
 * returns a sample of the response unless there is a handler. Samples are not stored; equal requests get equal samples.
 */
export function createSampledApi(options: SampledApiOptions): Api {
  const { clock, about, operations, server, special = {}, real, readsAnyCase = false } = options
  const { minor, clusterId } = server
  const served = operations.filter((operation) => isKnown(operation, minor))
  const route = createRouter(
    served.map((operation) => ({ method: operation.method, path: pathBelow(about, operation.path), operation })),
  )

  async function respond(request: ApiRequest): Promise<Response | ApiAnswer> {
    const { method, path } = request
    const link = method === 'GET' && real?.openLink(path)
    if (link) return link
    const match = route(method, path)
    if (match === undefined) throw new Problem(404, `No static resource ${path.slice(1)}.`)
    if ('allow' in match) {
      return problemResponse(new Problem(405, `Method '${method}' is not supported.`), path, { allow: match.allow })
    }
    const { operation } = match.route
    const input = await readInput(operation, match.params, request, { minor, readsAnyCase })
    const answer = await real?.respond({ ...input, operation, request, minor })
    return answer ?? { response: sampled(operation, input, request.caller), tier: 'sampled' }
  }

  function sampled(operation: Operation, input: SampledInput, caller: Caller | undefined): Response {
    const { id, returns, response } = operation
    if (returns === 'none') return empty(204)
    if (returns === 'text' || returns === 'bytes' || !response) return contentOf(operation)
    const [last] = Object.values(input.params).slice(-1)
    const context = {
      seed: `${clusterId} ${id} ${Object.values(input.params).join('/')}`,
      now: clock.now(),
      minor,
      known: { ...Object(input.body), ...input.form, ...input.params },
      own: { id: last, key: last },
    }
    const sample = sampleOf(response.shape, context)
    const item = itemOf(response.shape)
    if (!item) return json(200, special[id]?.(sample, { input, caller, server }) ?? sample)
    const { from, to, info } = pageOf(input.body)
    const items = Array.from({ length: to - from }, (_, index) =>
      sampleOf(item, context, 'item', `/items/${from + index}`),
    )
    const { page, ...rest } = sample as { readonly page: Members }
    return json(200, { ...rest, items, page: replaced(page, info) })
  }

  return {
    handle: async (request) => {
      try {
        return await respond(request)
      } catch (error) {
        if (error instanceof Problem) return problemResponse(error, request.path)
        throw error
      }
    },
    reset: () => {},
  }
}
