import { beforeAll, describe, expect, it } from 'vitest'
import { type Diagram, type Element, list, readBpmn, readDmn } from './diagrams.ts'
import { createHarness, type Item } from './harness.ts'

const operate = createHarness({ seed: 1 })

/** Items by one of their members. */
function group(items: readonly Item[], member: string): Map<unknown, Item[]> {
  const groups = new Map<unknown, Item[]>()
  for (const item of items) groups.set(item[member], [...(groups.get(item[member]) ?? []), item])
  return groups
}

let instances: Item[]
let nodes: Item[]
let incidents: Item[]
let decisionInstances: Item[]
let nodesOf: Map<unknown, Item[]>

beforeAll(async () => {
  instances = await operate.all('process-instances')
  nodes = await operate.all('flownode-instances')
  incidents = await operate.all('incidents')
  decisionInstances = await operate.all('decision-instances')
  nodesOf = group(nodes, 'processInstanceKey')
})

describe('process instances', () => {
  it('have every state, some with incidents', () => {
    expect([...group(instances, 'state').keys()].toSorted()).toEqual(['ACTIVE', 'CANCELED', 'COMPLETED'])
    expect(instances.filter(({ incident }) => incident).length).toBeGreaterThan(3)
  })

  it('are active as long as one of their flow nodes is', () => {
    for (const { key, state, endDate } of instances) {
      const active = nodesOf.get(key)?.some((node) => node.state === 'ACTIVE')
      expect(active).toBe(state === 'ACTIVE')
      expect(endDate === undefined).toBe(state === 'ACTIVE')
    }
  })

  it('belong to a definition with the same id and version', async () => {
    const definitions = new Map((await operate.all('process-definitions')).map((item) => [item.key, item]))
    for (const { processDefinitionKey, bpmnProcessId, processVersion, processVersionTag } of instances) {
      expect(definitions.get(processDefinitionKey as bigint)).toMatchObject({ bpmnProcessId, version: processVersion })
      expect(definitions.get(processDefinitionKey as bigint)?.versionTag).toBe(processVersionTag)
    }
  })

  it('that were called belong to a call activity of their parent', () => {
    const called = instances.filter(({ parentKey }) => parentKey !== undefined)
    expect(called.length).toBeGreaterThan(10)
    for (const { key, parentKey, parentFlowNodeInstanceKey, state } of called) {
      const caller = nodesOf.get(parentKey)?.find((node) => node.key === parentFlowNodeInstanceKey)
      expect(caller?.type).toBe('CALL_ACTIVITY')
      expect(caller?.state).toBe({ ACTIVE: 'ACTIVE', COMPLETED: 'COMPLETED', CANCELED: 'TERMINATED' }[state as string])
      expect(BigInt(key) >> 51n).toBe(BigInt(parentKey as bigint) >> 51n)
    }
  })

  it('followed their sequence flows', async () => {
    const diagrams = new Map<unknown, Diagram>()
    for (const { key } of await operate.all('process-definitions')) {
      diagrams.set(key, await readBpmn((await operate.get(`/v1/process-definitions/${key}/xml`)).text))
    }
    for (const { key, processDefinitionKey } of instances) {
      const elements = diagrams.get(processDefinitionKey)?.flowElements ?? []
      const taken = (await operate.get(`/v1/process-instances/${key}/sequence-flows`)).body as string[]
      const flows = elements.filter(({ id }) => taken.includes(id)) as unknown as Record<
        'sourceRef' | 'targetRef',
        Element
      >[]
      const visited = new Map(nodesOf.get(key)?.map((node) => [node.flowNodeId, node]))
      for (const { sourceRef } of flows) expect(visited.get(sourceRef.id)?.state).toBe('COMPLETED')
      for (const [id, { type }] of visited) {
        if (type === 'START_EVENT' || type === 'BOUNDARY_EVENT') continue
        expect(
          flows.some(({ targetRef }) => targetRef.id === id),
          `how ${id} was reached`,
        ).toBe(true)
      }
    }
  })
})

it('have the same counts in statistics and flow node instances', async () => {
  for (const { key } of instances) {
    const { body } = await operate.get(`/v1/process-instances/${key}/statistics`)
    const expected = [...group(nodesOf.get(key) ?? [], 'flowNodeId')].map(([activityId, items]) => {
      const count = (test: (item: Item) => boolean): number => items.filter(test).length
      return {
        activityId,
        active: count(({ state, incident }) => state === 'ACTIVE' && !incident),
        canceled: count(({ state }) => state === 'TERMINATED'),
        incidents: count(({ incident }) => incident === true),
        completed: count(({ state }) => state === 'COMPLETED'),
      }
    })
    expect(body).toEqual(expected)
  }
})

describe('incidents', () => {
  it('have several types, active and resolved', () => {
    expect(group(incidents, 'type').size).toBeGreaterThan(3)
    expect([...group(incidents, 'state').keys()].toSorted()).toEqual(['ACTIVE', 'RESOLVED'])
  })

  it('when active, set the flag of their instance, its parents and the flow node', () => {
    const byKey = new Map(instances.map((item) => [item.key, item]))
    const flagged = new Set<unknown>()
    for (const incident of incidents) {
      const instance = byKey.get(incident.processInstanceKey as bigint)
      expect(instance?.processDefinitionKey).toBe(incident.processDefinitionKey)
      if (incident.state !== 'ACTIVE') continue
      const node = nodesOf.get(incident.processInstanceKey)?.find(({ incidentKey }) => incidentKey === incident.key)
      expect(node).toMatchObject({ state: 'ACTIVE', incident: true })
      for (let at = instance; at; at = byKey.get(at.parentKey as bigint)) {
        expect(at).toMatchObject({ state: 'ACTIVE', incident: true })
        flagged.add(at.key)
      }
    }
    expect(instances.filter(({ incident }) => incident).every(({ key }) => flagged.has(key))).toBe(true)
    const active = new Set(incidents.filter(({ state }) => state === 'ACTIVE').map(({ key }) => key))
    for (const { incidentKey } of nodes) if (incidentKey !== undefined) expect(active).toContain(incidentKey)
  })
})

describe('variables', () => {
  it('belong to an instance or to one of its flow nodes, with unique names', async () => {
    const byKey = new Map([...instances, ...nodes].map((item) => [item.key, item]))
    const seen = new Set<string>()
    const variables = await operate.all('variables')
    for (const { processInstanceKey, scopeKey, name } of variables) {
      const scope = byKey.get(scopeKey as bigint)
      expect(scope?.processInstanceKey ?? scope?.key).toBe(processInstanceKey)
      expect(seen).not.toContain(`${scopeKey} ${name}`)
      seen.add(`${scopeKey} ${name}`)
    }
    expect(variables.some(({ scopeKey, processInstanceKey }) => scopeKey !== processInstanceKey)).toBe(true)
  })
})

describe('decision instances', () => {
  it('have the result, the outputs and the rule of their decision table for their inputs', async () => {
    const definitions = new Map((await operate.all('decision-definitions')).map((item) => [item.id, item]))
    const tables = new Map<unknown, Element>()
    for (const { key } of await operate.all('drd')) {
      const { drgElement } = await readDmn((await operate.get(`/v1/drd/${key}/xml`)).text)
      for (const decision of list(drgElement)) tables.set(`${key} ${decision.id}`, decision.decisionLogic as Element)
    }
    let evaluated = 0
    for (const { id } of decisionInstances.filter(({ state }) => state === 'EVALUATED')) {
      const instance = (await operate.get(`/v1/decision-instances/${id}`)).body as Decided
      const definition = definitions.get(instance.decisionDefinitionId)
      expect(definition).toMatchObject({ decisionId: instance.decisionId, version: instance.decisionVersion })
      const table = tables.get(`${definition?.decisionRequirementsKey} ${instance.decisionId}`)
      const inputs = instance.evaluatedInputs.map(({ value }) => JSON.parse(value) as unknown)
      expect(instance.evaluatedInputs.map((input) => input.id)).toEqual(list(table?.input).map((input) => input.id))
      const rules = list(table?.rule)
      const matching = rules.filter(({ inputEntry }) =>
        list(inputEntry).every(({ text }, index) => passes(String(text ?? ''), inputs[index])),
      )
      expect(matching).toHaveLength(1)
      const outputs = list(matching[0]?.outputEntry).map(({ text }) => text)
      expect(instance.evaluatedOutputs.map(({ value }) => value)).toEqual(outputs)
      for (const { ruleId, ruleIndex } of instance.evaluatedOutputs) {
        expect(ruleId).toBe(matching[0]?.id)
        expect(rules[ruleIndex - 1]?.id).toBe(ruleId)
      }
      const result = JSON.parse(instance.result) as unknown
      const members = typeof result === 'object' && result !== null ? Object.values(result) : [result]
      expect(members).toEqual(outputs.map((text) => JSON.parse(String(text)) as unknown))
      evaluated += 1
    }
    expect(evaluated).toBeGreaterThan(30)
  })

  it('failed if a variable is missing, for which the instance has an incident', () => {
    const failed = decisionInstances.filter(({ state }) => state === 'FAILED')
    expect(failed.length).toBeGreaterThan(0)
    for (const { processInstanceKey, evaluationFailure, result } of failed) {
      expect(result).toBeUndefined()
      const causes = incidents.filter((incident) => incident.processInstanceKey === processInstanceKey)
      expect(causes).toContainEqual(
        expect.objectContaining({ type: 'DECISION_EVALUATION_ERROR', message: evaluationFailure }),
      )
    }
  })
})

interface Decided {
  readonly decisionId: string
  readonly decisionDefinitionId: string
  readonly decisionVersion: number
  readonly result: string
  readonly evaluatedInputs: readonly { readonly id: string; readonly value: string }[]
  readonly evaluatedOutputs: readonly { readonly value: string; readonly ruleId: string; readonly ruleIndex: number }[]
}

/** The unary tests of FEEL that the seeded tables use. */
function passes(text: string, value: unknown): boolean {
  if (text === '') return true
  const comparison = /^(<|>|<=|>=) (\d+)$/.exec(text)
  if (comparison) {
    const [operand, limit] = [Number(value), Number(comparison[2])]
    return { '<': operand < limit, '>': operand > limit, '<=': operand <= limit, '>=': operand >= limit }[
      comparison[1] as '<' | '>' | '<=' | '>='
    ]
  }
  const range = /^\[(\d+)\.\.(\d+)\)$/.exec(text)
  if (range) return Number(value) >= Number(range[1]) && Number(value) < Number(range[2])
  return (JSON.parse(`[${text}]`) as unknown[]).includes(value)
}
