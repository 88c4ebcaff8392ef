import { type Engine, EngineError } from '@x/engine'
import type { Api, ApiRequest } from '../api.ts'
import type { RunningCluster } from '../engine/running-cluster.ts'
import { stringifyExact } from '../exact-json.ts'
import { elementStatistics } from '../orchestration/history/element-statistics.ts'
import { errorResponse, invalidRequest, notFound, OperateError } from './errors.ts'
import { toWire } from './fields.ts'
import { readInt64 } from './keys.ts'
import { createResources, type Resource, type Resources } from './resources.ts'

/**
 * Operate API v1 for the data of a cluster.
 *
 * @see [Operate API](https://docs.camunda.io/docs/8.7/apis-tools/operate-api/overview/)
 */
export function createOperateApi(cluster: RunningCluster): Api {
  const resources = createResources(cluster.visible)
  return {
    handle: async (request) => {
      await cluster.settle()
      try {
        return respond(cluster, resources, request)
      } catch (error) {
        if (error instanceof OperateError) return errorResponse(error)
        throw error
      }
    },
    reset: () => {},
  }
}

type Operation = () => Response

function respond(cluster: RunningCluster, resources: Resources, request: ApiRequest): Response {
  const { method, path } = request
  const [, version, name = '', id, view, ...rest] = path.split('/').map(decodeSegment)
  const resource = resources.get(name)
  if (version !== 'v1' || !resource || id === undefined || rest.length > 0) return noRoute(404, path)
  const operations = operationsAt(cluster, resource, name, id, view, request)
  if (operations.size === 0) return noRoute(404, path)
  return operations.get(method)?.() ?? noRoute(405, path, { allow: [...operations.keys()].join(', ') })
}

/** The operations of a path by their methods; none if the API does not have the path. */
function operationsAt(
  { engine, visible }: RunningCluster,
  resource: Resource<never>,
  name: string,
  id: string,
  view: string | undefined,
  request: ApiRequest,
): Map<string, Operation> {
  const operations = new Map<string, Operation>()
  if (view !== undefined) {
    const render = views[`${name}/${view}`]
    if (render) operations.set('GET', () => render(visible, find(resource, id)))
    return operations
  }
  // For the methods that `search` does not support, "search" is a key like any other.
  operations.set('GET', () => json(toWire(resource.type, find(resource, id), 'get')))
  if (id === 'search') operations.set('POST', () => searched(resource, request))
  if (name === 'process-instances') {
    operations.set('DELETE', () => {
      find(resource, id)
      return deleted(engine, readKey(id))
    })
  }
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

function find<R>({ type, get }: Resource<R>, id: string): R {
  const record = get(type.id === 'id' ? id : readKey(id))
  if (record === undefined) throw notFound(`No ${type.name} found for ${type.id} ${id}`)
  return record
}

/** A key as text. */
function readKey(text: string): string {
  const key = readInt64(text)
  if (key !== undefined) return String(key)
  throw invalidRequest(
    `Failed to convert value of type 'java.lang.String' to required type 'java.lang.Long'; For input string: "${text}"`,
  )
}

/** A record with one of these members, depending on the resource. */
interface Viewed {
  readonly xml: string
  readonly processInstanceKey: string
}

/** The sub-resources of an item, by resource and name. */
const views: Readonly<Record<string, (engine: Engine, record: Viewed) => Response>> = {
  'process-definitions/xml': (_, { xml }) => xmlResponse(xml),
  'process-instances/statistics': ({ elementInstances }, { processInstanceKey }) =>
    json(
      elementStatistics(elementInstances.of(processInstanceKey)).map(({ elementId: activityId, ...counts }) => ({
        activityId,
        ...counts,
      })),
    ),
  'process-instances/sequence-flows': ({ sequenceFlows }, { processInstanceKey }) =>
    json([...sequenceFlows.of(processInstanceKey)].map(({ elementId }) => elementId)),
  'drd/xml': (_, { xml }) => xmlResponse(xml),
}

function deleted(engine: Engine, key: string): Response {
  try {
    engine.deleteInstances([key])
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    throw invalidRequest('Process instances needs to be in one of the states [COMPLETED, CANCELED]')
  }
  return json({ message: `Process instance and dependant data deleted for key '${key}'`, deleted: 1 })
}

const json = (value: unknown): Response =>
  new Response(stringifyExact(value), { headers: { 'content-type': 'application/json' } })

const xmlResponse = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'text/xml;charset=UTF-8' } })

const REASONS: Readonly<Record<number, string>> = {
  404: 'Not Found',
  405: 'Method Not Allowed',
  415: 'Unsupported Media Type',
}

/** The response of the web framework if no operation of the API matches. */
function noRoute(status: 404 | 405 | 415, path: string, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ status, error: REASONS[status], path }), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })
}
