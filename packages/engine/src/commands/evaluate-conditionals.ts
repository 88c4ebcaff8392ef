import { keyOf } from '../keys.ts'
import { holds } from '../run/conditions.ts'
import { readVariables } from '../run/json.ts'
import { startProcess } from '../run/process-instances.ts'
import type { Runtime } from '../run/runtime.ts'
import { conditionalStartsOf } from '../run/start-events.ts'
import type { ProcessDefinition } from '../state/process-definition.ts'
import { DEFAULT_TENANT, findProcessDefinition } from './find.ts'

export interface EvaluateConditionalsInput {
  /** The variables that the conditions see. Each process instance that starts gets them. */
  readonly variables: Readonly<Record<string, unknown>>
  /** @defaultValue all processes of the tenant, in their latest versions */
  readonly processDefinitionKey?: string | undefined
  /** @defaultValue `'<default>'` */
  readonly tenantId?: string | undefined
}

export interface EvaluatedConditionals {
  readonly conditionalEvaluationKey: string
  readonly tenantId: string
  /** One for each start event whose condition is true. */
  readonly processInstances: readonly {
    readonly processDefinitionKey: string
    readonly processInstanceKey: string
  }[]
}

export function evaluateConditionals(runtime: Runtime, input: EvaluateConditionalsInput): EvaluatedConditionals {
  const { tenantId = DEFAULT_TENANT } = input
  const definitions = findDefinitions(runtime, input.processDefinitionKey, tenantId)
  const variables = readVariables(input.variables) ?? {}
  const lookup = (name: string): unknown => (Object.hasOwn(variables, name) ? variables[name] : undefined)
  const matching = definitions.flatMap((definition) =>
    conditionalStartsOf(definition.model)
      .filter(({ conditional }) => {
        const { variableNames } = conditional
        const concerns = variableNames.length === 0 || variableNames.some((name) => Object.hasOwn(variables, name))
        return concerns && holds(conditional, lookup)
      })
      .map(({ event }) => ({ definition, event })),
  )
  return {
    conditionalEvaluationKey: keyOf(runtime.store.nextSequence()),
    tenantId,
    processInstances: matching.map(({ definition, event }) => ({
      processDefinitionKey: keyOf(definition.sequence),
      processInstanceKey: keyOf(startProcess(runtime, { definition, trigger: { event, variables } }).sequence),
    })),
  }
}

/** Only the latest version of a process waits for its conditions. */
function findDefinitions(runtime: Runtime, key: string | undefined, tenantId: string): ProcessDefinition[] {
  const { store, definitions } = runtime
  if (key !== undefined) findProcessDefinition(runtime, key)
  return store.processDefinitions.filter(
    (definition) =>
      definition.tenantId === tenantId &&
      definitions.latest(tenantId, definition.id) === definition &&
      (key === undefined || keyOf(definition.sequence) === key),
  )
}
