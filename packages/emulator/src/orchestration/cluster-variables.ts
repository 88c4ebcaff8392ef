import type { Engine } from '@x/engine'
import type { Lag } from '../engine/lag.ts'
import { parseExact, stringifyExact } from '../exact-json.ts'
import type { Members } from '../sampled/members.ts'
import type { Call, Handlers } from './handler.ts'
import { truncated } from './history/truncated.ts'
import type { Identity } from './identity/identity.ts'
import { invalid, notFound, rejected } from './problems.ts'
import { createRecords, type Kept, searchableOf } from './records.ts'
import { createCondition } from './search/condition.ts'
import { search } from './search/search.ts'
import { valueKindOf } from './search/value-kind.ts'

interface ClusterVariable {
  readonly name: string
  readonly scope: 'GLOBAL' | 'TENANT'
  readonly tenantId: string | null
  readonly value: string
  readonly metadata: Members
  readonly kind: 'JSON' | 'SECRET_REFERENCE'
}

/** Variables that all processes see, or all processes of a tenant. */
export function clusterVariableOperations(
  engine: Engine,
  lag: Lag,
  nextKey: () => string,
  { entities }: Identity,
): Handlers {
  const records = createRecords<ClusterVariable>(lag, nextKey)
  // Expressions see them immediately.
  const tellEngine = (): void => {
    engine.setClusterVariables(records.entries().map(([, record]) => ({ ...record, value: parseExact(record.value) })))
  }
  const keep = (id: string, variable: ClusterVariable): Kept<ClusterVariable> => {
    const kept = records.set(id, variable)
    tellEngine()
    return kept
  }
  const tenantOf = ({ params }: Call): string | null => params.tenantId ?? null
  const idOf = (tenantId: string | null, name: string): string => JSON.stringify([tenantId, name])
  const existing = (call: Call, verb: string): { id: string; record: Kept<ClusterVariable> } => {
    const { name = '' } = call.params
    const id = idOf(tenantOf(call), name)
    const record = records.get(id)
    if (record) return { id, record }
    throw rejected('NOT_FOUND', `Expected to ${verb} cluster variable '${name}', but no such variable exists`)
  }
  const read = (
    body: Members,
    kept: Pick<ClusterVariable, 'name' | 'scope' | 'tenantId' | 'kind'>,
  ): ClusterVariable => ({
    ...kept,
    value: stringifyExact(body.value),
    metadata: (body.metadata ?? {}) as Members,
  })

  const create = (call: Call): unknown => {
    const { name, kind = 'JSON' } = call.body as ClusterVariable
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) {
      throw invalid(`The provided name '${name}' contains illegal characters: it must be usable in FEEL.`)
    }
    const tenantId = tenantOf(call)
    if (tenantId !== null && !entities.tenants.has(tenantId)) {
      throw rejected('NOT_FOUND', `Expected to create a variable of tenant '${tenantId}', but no such tenant exists`)
    }
    const id = idOf(tenantId, name)
    if (records.has(id)) {
      throw rejected('ALREADY_EXISTS', `Expected to create cluster variable '${name}', but it exists already`)
    }
    return keep(id, read(call.body, { name, kind, tenantId, scope: tenantId === null ? 'GLOBAL' : 'TENANT' }))
  }
  const get = (call: Call): unknown => {
    const { name = '' } = call.params
    const record = records.visible.get(idOf(tenantOf(call), name))
    if (record === undefined) throw notFound('Cluster variable', name)
    return record
  }
  const update = (call: Call): unknown => {
    const { id, record } = existing(call, 'update')
    return keep(id, read(call.body, record))
  }
  const remove = (call: Call): void => {
    records.delete(existing(call, 'delete').id)
    tellEngine()
  }

  return {
    'clusterVariables.createGlobal': create,
    'clusterVariables.getGlobal': get,
    'clusterVariables.updateGlobal': update,
    'clusterVariables.deleteGlobal': remove,
    'clusterVariables.createForTenant': create,
    'clusterVariables.getForTenant': get,
    'clusterVariables.updateForTenant': update,
    'clusterVariables.deleteForTenant': remove,
    'clusterVariables.search': (call) => {
      const { truncateValues = true } = call.query
      const page = search(
        call,
        searchableOf(() => records.visible.values(), {
          fields: { isTruncated: () => false },
          conditions: { metadata: byMetadata },
        }),
      )
      const items = page.items.map((variable) => truncated(variable, truncateValues === true))
      return { ...page, items }
    },
  }
}

function byMetadata(filter: Members): (record: ClusterVariable) => boolean {
  const conditions = Object.entries(filter).map(
    ([name, condition]) => [name, createCondition(condition, valueKindOf(undefined))] as const,
  )
  return ({ metadata }) => conditions.every(([name, condition]) => condition(metadata[name]))
}
