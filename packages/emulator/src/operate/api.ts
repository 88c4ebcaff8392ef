import type { Api, ApiRequest } from '../api.ts'
import { stringifyExact } from '../exact-json.ts'
import { seedOf } from '../random.ts'
import { writeBpmn } from './bpmn/xml.ts'
import { writeDmn } from './dmn/xml.ts'
import { errorResponse, invalidRequest, notFound, OperateError } from './errors.ts'
import { processInstanceType, toWire } from './fields.ts'
import { createFixtureWorld } from './fixtures/world.ts'
import { readInt64 } from './keys.ts'
import type { OperateApiOptions } from './options.ts'
import { createResources, type Resource, type Resources } from './resources.ts'
import { seedWorld } from './simulation/seed.ts'
import type { World } from './simulation/world.ts'
import { flowNodeStatistics } from './statistics.ts'
import { deleteProcessInstance, type Store } from './store.ts'

/** The emulated Operate, with what its REST API cannot do. */
export interface OperateApi extends Api {
  /**
   * Resolves an active incident, as an operator does in Camunda's user interface: what was missing is set and the flow
   * node tries again. With `live` its instance then goes on with the clock.
   *
   * @throws Error when there is no active incident with this key.
   */
  resolveIncident(key: string): void
}

/**
 * An Operate API v1 with seeded data: process instances that were walked through real BPMN diagrams, with the flow node
 * instances, variables, incidents and decision instances that they left behind; or process instances of your own.
 *
 * Data is made when the first request comes, for the clock's time at that moment.
 *
 * @see [Operate API](https://docs.camunda.io/docs/8.7/apis-tools/operate-api/overview/)
 */
export function createOperateApi(options: OperateApiOptions): OperateApi {
  let seeded: { readonly world: World; readonly resources: Resources } | undefined
  const data = (): { readonly world: World; readonly resources: Resources } => {
    if (!seeded) {
      const world = createWorld(options)
      seeded = { world, resources: createResources(world.store) }
    }
    if (options.live) seeded.world.runUntil(options.clock.now())
    return seeded
  }
  return {
    handle: (request) => {
      try {
        const { world, resources } = data()
        return respond(world.store, resources, request)
      } catch (error) {
        if (error instanceof OperateError) return errorResponse(error)
        throw error
      }
    },
    reset: () => {
      seeded = undefined
    },
    resolveIncident: (key) => data().world.resolveIncident(readKey(key)),
  }
}

function createWorld(options: OperateApiOptions): World {
  const { clock, clusterId, seed = seedOf(clusterId), partitions = 8, processInstances = 300 } = options
  const now = clock.now()
  if (typeof processInstances !== 'number') return createFixtureWorld(processInstances, now)
  return seedWorld({ now, seed, partitions, processInstances })
}

type Operation = () => Response

function respond(store: Store, resources: Resources, request: ApiRequest): Response {
  const { method, path } = request
  const [, version, name = '', id, view, ...rest] = path.split('/').map(decodeSegment)
  const resource = resources.get(name)
  if (version !== 'v1' || !resource || id === undefined || rest.length > 0) return noRoute(404, path)
  const operations = operationsAt(store, resource, name, id, view, request)
  if (operations.size === 0) return noRoute(404, path)
  return operations.get(method)?.() ?? noRoute(405, path, { allow: [...operations.keys()].join(', ') })
}

/** The operations of one path by their method; none where the API has no such path. */
function operationsAt(
  store: Store,
  resource: Resource<never>,
  name: string,
  id: string,
  view: string | undefined,
  request: ApiRequest,
): Map<string, Operation> {
  const operations = new Map<string, Operation>()
  if (view !== undefined) {
    const render = views[`${name}/${view}`]
    if (render) operations.set('GET', () => render(store, find(resource, id)))
    return operations
  }
  // "search" is a key like any other to the methods that search has not.
  operations.set('GET', () => json(toWire(resource.type, find(resource, id), 'get')))
  if (id === 'search') operations.set('POST', () => searched(resource, request))
  if (name === 'process-instances') operations.set('DELETE', () => deleted(store, id))
  return operations
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw invalidRequest(`Malformed path segment ${segment}`)
  }
}

function searched({ search }: Resource<never>, { body, headers, path }: ApiRequest): Response {
  if (body !== '' && !/^application\/json\b/i.test(headers.get('content-type') ?? '')) return noRoute(415, path)
  return json(search(body))
}

function find<T>({ type, items }: Pick<Resource<T>, 'type' | 'items'>, id: string): T {
  const item = items.get(type.id === 'id' ? id : readKey(id))
  if (item === undefined) throw notFound(`No ${type.name} found for ${type.id} ${id}`)
  return item
}

function readKey(text: string): bigint {
  const key = readInt64(text)
  if (key !== undefined) return key
  throw invalidRequest(
    `Failed to convert value of type 'java.lang.String' to required type 'java.lang.Long'; For input string: "${text}"`,
  )
}

/** What hangs below one item, by resource and name. */
const views: Readonly<Record<string, (store: Store, item: { readonly key: bigint }) => Response>> = {
  'process-definitions/xml': (store, { key }) => xml(writeBpmn(kept(store.processModels, key))),
  'process-instances/statistics': (store, { key }) => json(flowNodeStatistics(store.flowNodeInstances.values(), key)),
  'process-instances/sequence-flows': (store, { key }) => json([...(store.sequenceFlows.get(key) ?? [])]),
  'drd/xml': (store, { key }) => xml(writeDmn(kept(store.decisionModels, key))),
}

function kept<T>(models: ReadonlyMap<bigint, T>, key: bigint): T {
  const model = models.get(key)
  if (model === undefined) throw notFound(`No diagram found for key ${key}`)
  return model
}

function deleted(store: Store, id: string): Response {
  deleteProcessInstance(store, find({ type: processInstanceType, items: store.processInstances }, id))
  return json({ message: `Process instance and dependant data deleted for key '${id}'`, deleted: 1 })
}

const json = (value: unknown): Response =>
  new Response(stringifyExact(value), { headers: { 'content-type': 'application/json' } })

const xml = (text: string): Response => new Response(text, { headers: { 'content-type': 'text/xml;charset=UTF-8' } })

const REASONS: Readonly<Record<number, string>> = {
  404: 'Not Found',
  405: 'Method Not Allowed',
  415: 'Unsupported Media Type',
}

/** The web framework's own answer where no operation of the API is reached. */
function noRoute(status: 404 | 405 | 415, path: string, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ status, error: REASONS[status], path }), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })
}
