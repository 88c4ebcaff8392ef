import type { Operation } from '@x/rest/shapes'
import type { Api, ApiAnswer, ApiContext, ApiRequest, Caller } from '../api.ts'
import { Problem, problemResponse } from '../problem.ts'
import { empty, json } from '../responses.ts'
import { createRouter } from '../router.ts'
import { contentOf } from './content.ts'
import { type Members, replaced } from './members.ts'
import { itemOf, pageOf, partOf } from './page.ts'
import { readInput, type SampledInput } from './request.ts'
import { pathBelow, type SampledTable } from './route.ts'
import { sampleOf } from './sample.ts'
import { isKnown } from './shape.ts'

/** What a response that is more than a sample is made of. */
export interface SpecialContext {
  readonly input: SampledInput
  readonly caller: Caller | undefined
  readonly server: SampledServer
}

/** Turns the samples of some operations into more sensible responses. By id of the operation. */
// biome-ignore lint/suspicious/noExplicitAny: a sample has the shape of its operation, which is data
export type SpecialResponses = Readonly<Record<string, (sample: any, context: SpecialContext) => unknown>>

/** What the server says it is. */
export interface SampledServer {
  readonly clusterId: string
  /** Minor version of Camunda 8: what it does not know is not served. */
  readonly minor: number
  /** For example `8.9.0`. */
  readonly version: string
  readonly isSaas: boolean
}

export interface SampledApiOptions extends ApiContext, SampledTable {
  readonly server: SampledServer
  readonly special?: SpecialResponses | undefined
}

/**
 * An API of which nothing is known but its operation table: it checks each request by the shapes of its operation, and
 * responds with a sample of the response. It keeps nothing; the same request has the same response.
 */
export function createSampledApi({ clock, about, operations, server, special = {} }: SampledApiOptions): Api {
  const { minor, clusterId } = server
  const served = operations.filter((operation) => isKnown(operation, minor))
  const route = createRouter(
    served.map((operation) => ({ method: operation.method, path: pathBelow(about, operation.path), operation })),
  )

  async function respond(request: ApiRequest): Promise<Response | ApiAnswer> {
    const { method, path } = request
    const match = route(method, path)
    if (match === undefined) throw new Problem(404, `No static resource ${path.slice(1)}.`)
    if ('allow' in match) {
      return problemResponse(new Problem(405, `Method '${method}' is not supported.`), path, { allow: match.allow })
    }
    const { operation } = match.route
    const input = await readInput(operation, match.params, request, minor)
    return { response: sampled(operation, input, request.caller), tier: 'sampled' }
  }

  function sampled(operation: Operation, input: SampledInput, caller: Caller | undefined): Response {
    const { id, answer, response } = operation
    if (answer === 'none') return empty(204)
    if (answer === 'text' || answer === 'bytes' || !response) return contentOf(operation)
    const [last] = Object.values(input.params).slice(-1)
    const context = {
      seed: `${clusterId} ${id} ${Object.values(input.params).join('/')}`,
      now: clock.now(),
      minor,
      known: { ...Object(input.body), ...input.form, ...input.params },
      own: { id: last, key: last },
    }
    const sample = sampleOf(response.shape, context)
    if (Array.isArray(sample)) return json(200, partOf(sample, input.body))
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
