import type { OperateClient } from '@x/operate'
import type { ReadOptions, SearchAllOptions } from '@x/rest'
import type { Version } from '../cluster/version.ts'
import type { ServedPage } from '../served.ts'
import { readItem } from './item.ts'
import { mergeAll, mergePages, type OlderPage, type SendSearch } from './merge.ts'
import type { OperateTranslation } from './operate-translation.ts'
import { readOperatePage } from './page.ts'
import { writeQueries } from './query.ts'
import { convertAll, readOlder } from './read.ts'
import { decisionDefinitions } from './tables/decision-definitions.ts'
import { decisionInstances } from './tables/decision-instances.ts'
import { decisionRequirements } from './tables/decision-requirements.ts'
import { elementInstances } from './tables/element-instances.ts'
import { incidents } from './tables/incidents.ts'
import { processDefinitions } from './tables/process-definitions.ts'
import { processInstances } from './tables/process-instances.ts'
import { variables } from './tables/variables.ts'

/** The resources of v2 that Operate v1 also has. */
export type OperateResource =
  | 'processDefinitions'
  | 'processInstances'
  | 'elementInstances'
  | 'incidents'
  | 'variables'
  | 'decisionDefinitions'
  | 'decisionRequirements'
  | 'decisionInstances'

export const tables: Readonly<Record<OperateResource, OperateTranslation>> = {
  processDefinitions,
  processInstances,
  elementInstances,
  incidents,
  variables,
  decisionDefinitions,
  decisionRequirements,
  decisionInstances,
}

/** Loads Operate's client. A search that Operate does not support is rejected before that. */
type Load = () => Promise<OperateClient>

/** The methods that all resources of Operate have. */
interface AnyResource {
  search(body: object, options?: object): Promise<OlderPage>
  searchAll(body: object, options?: object): AsyncGenerator<object, void, undefined>
  get(key: string, options?: object): Promise<object>
}

async function resourceOf(load: Load, { older }: OperateTranslation): Promise<AnyResource> {
  return (await load())[older] as object as AnyResource
}

/** Searches with Operate. */
export async function searchOperate(
  load: Load,
  name: OperateResource,
  body: object,
  version: Version | undefined,
  options: ReadOptions<ServedPage<object>> | undefined,
): Promise<ServedPage<object>> {
  const table = tables[name]
  const queries = writeQueries(table, body, version)
  const resource = await resourceOf(load, table)
  const [query = {}, ...others] = queries
  const send: SendSearch = (one, rest) => resource.search(one, rest)
  return readOlder<OlderPage, ServedPage<object>>(
    (rest) => (others.length > 0 ? mergePages(table, queries, send, rest) : send(query, rest)),
    (page) =>
      readOperatePage(
        table,
        page,
        page.items.map((item) => readItem(table, item)),
      ),
    options,
  )
}

/** Iterates with Operate. */
export async function searchAllOperate(
  load: Load,
  name: OperateResource,
  body: object,
  version: Version | undefined,
  options: SearchAllOptions | undefined,
): Promise<AsyncIterable<object>> {
  const table = tables[name]
  const queries = writeQueries(table, body, version)
  const resource = await resourceOf(load, table)
  const [query = {}, ...others] = queries
  const send: SendSearch = (one, rest) => resource.search(one, rest)
  const found = others.length > 0 ? mergeAll(table, queries, send, options) : resource.searchAll(query, options)
  return convertAll(found, (item) => readItem(table, item))
}

/** Gets one item of Operate. */
export async function getOperate(
  load: Load,
  name: OperateResource,
  key: string,
  options: ReadOptions<object> | undefined,
): Promise<object> {
  const table = tables[name]
  const resource = await resourceOf(load, table)
  return readOlder<object, object>(
    (rest) => resource.get(key, rest),
    (item) => readItem(table, item),
    options,
  )
}
