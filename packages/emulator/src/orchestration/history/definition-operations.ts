import type { Engine, ProcessDefinitionRecord, ProcessInstanceRecord } from '@x/engine'
import { empty, text } from '../../responses.ts'
import type { Handlers } from '../handler.ts'
import { notFound } from '../problems.ts'
import { createFilter, filterShapeOf } from '../search/filter.ts'
import { search } from '../search/search.ts'
import { searchableList } from './collections.ts'
import { elementStatistics } from './element-statistics.ts'
import { groupBy } from './group-by.ts'
import { type BatchesOf, searchableProcessInstances } from './process-instances.ts'

/** More operations on process definitions: their files, and statistics of their instances. */
export function definitionOperations(read: () => Engine, batchesOf: BatchesOf): Handlers {
  const find = (key: string): { engine: Engine; definition: ProcessDefinitionRecord } => {
    const engine = read()
    const definition = engine.processDefinitions.get(key)
    if (definition === undefined) throw notFound('Process Definition', key)
    return { engine, definition }
  }
  return {
    'processDefinitions.getXml': ({ params: { processDefinitionKey = '' } }) =>
      text(200, find(processDefinitionKey).definition.xml, { 'content-type': 'text/xml;charset=UTF-8' }),
    'processDefinitions.getStartForm': ({ params: { processDefinitionKey = '' } }) => {
      const { engine, definition } = find(processDefinitionKey)
      const { startFormId, tenantId } = definition
      const versions = [...engine.forms].filter((form) => form.formId === startFormId && form.tenantId === tenantId)
      return versions.at(-1) ?? empty()
    },
    'processDefinitions.getElementStatistics': ({
      operation,
      params: { processDefinitionKey = '' },
      body,
      ...call
    }) => {
      const { isReadable = () => true } = call
      const engine = read()
      const matches = createFilter(
        filterShapeOf(operation),
        body.filter ?? {},
        searchableProcessInstances(engine, batchesOf),
      )
      const instances = [...engine.processInstances].filter(
        (instance) =>
          instance.processDefinitionKey === processDefinitionKey && isReadable(instance) && matches(instance),
      )
      return {
        items: elementStatistics(
          instances.flatMap(({ processInstanceKey }) => [...engine.elementInstances.of(processInstanceKey)]),
        ),
      }
    },
    'processDefinitions.searchVariableNames': (call) => {
      const { processDefinitionKey = '' } = call.params
      const { variables, processInstances } = read()
      const names = new Set<string>()
      for (const { name, processInstanceKey } of variables) {
        const instance = processInstances.get(processInstanceKey)
        if (instance?.processDefinitionKey === processDefinitionKey) names.add(name)
      }
      const items = [...names].map((name) => ({ name }))
      return search(
        call,
        searchableList(items, ({ name }) => name),
      )
    },
    'processDefinitions.getInstanceStatistics': (call) => {
      const { processDefinitions, processInstances } = read()
      const idOf = ({ processDefinitionId, tenantId }: Named): string => JSON.stringify([tenantId, processDefinitionId])
      const definitions = groupBy(processDefinitions, idOf)
      const active = groupBy(activeOf(processInstances), idOf)
      const statistics = [...definitions].map(([id, versions]) => {
        const latest = versions.at(-1) as ProcessDefinitionRecord
        return {
          processDefinitionId: latest.processDefinitionId,
          tenantId: latest.tenantId,
          latestProcessDefinitionName: latest.name,
          hasMultipleVersions: versions.length > 1,
          ...countsOf(active.get(id)),
        }
      })
      return search(call, searchableList(statistics, idOf))
    },
    'processDefinitions.getInstanceVersionStatistics': (call) => {
      const { filter, ...rest } = call.body
      const { processDefinitions, processInstances } = read()
      const active = groupBy(activeOf(processInstances), ({ processDefinitionKey }) => processDefinitionKey)
      const statistics = [...processDefinitions]
        .filter(({ processDefinitionId }) => processDefinitionId === filter.processDefinitionId)
        .filter(({ tenantId }) => tenantId === (filter.tenantId ?? tenantId))
        .map(({ name, version, ...definition }) => ({
          ...definition,
          processDefinitionName: name,
          processDefinitionVersion: version,
          ...countsOf(active.get(definition.processDefinitionKey)),
        }))
      return search(
        { ...call, body: rest },
        searchableList(statistics, ({ processDefinitionKey: key }) => key),
      )
    },
  }
}

type Named = Pick<ProcessDefinitionRecord, 'processDefinitionId' | 'tenantId'>

const activeOf = (instances: Iterable<ProcessInstanceRecord>): ProcessInstanceRecord[] =>
  [...instances].filter(({ state }) => state === 'ACTIVE')

function countsOf(active: readonly ProcessInstanceRecord[] = []) {
  const withIncident = active.filter(({ hasIncident }) => hasIncident).length
  return {
    activeInstancesWithIncidentCount: withIncident,
    activeInstancesWithoutIncidentCount: active.length - withIncident,
  }
}
