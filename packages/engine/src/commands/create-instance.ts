import { EngineError } from '../errors.ts'
import { keyOf } from '../keys.ts'
import { startProcessAt } from '../modify/start-process-at.ts'
import { copyJson, readVariables } from '../run/json.ts'
import { startProcess } from '../run/process-instances.ts'
import type { Runtime } from '../run/runtime.ts'
import type { ProcessDefinition } from '../state/process-definition.ts'
import { DEFAULT_TENANT, findProcessDefinition } from './find.ts'

/** Which process to start: by the key of its definition, or by its id, alone or with a version or a version tag. */
export interface CreateInstanceInput {
  readonly processDefinitionKey?: string | undefined
  readonly processDefinitionId?: string | undefined
  /** @defaultValue the latest version */
  readonly processDefinitionVersion?: number | undefined
  readonly processDefinitionVersionTag?: string | undefined
  readonly variables?: Readonly<Record<string, unknown>> | undefined
  /** Elements to begin at, instead of the start event. Scopes around them are created, without their start listeners. */
  readonly startInstructions?: readonly StartInstruction[] | null | undefined
  /** When to terminate the process instance. @defaultValue never */
  readonly runtimeInstructions?: readonly RuntimeInstruction[] | null | undefined
  /** @defaultValue `'<default>'` */
  readonly tenantId?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly businessId?: string | undefined
}

export interface StartInstruction {
  readonly elementId: string
}

/** Terminates the process instance as soon as an element has completed or was terminated, instead of what follows. */
export interface RuntimeInstruction {
  readonly type?: 'TERMINATE_PROCESS_INSTANCE' | undefined
  readonly afterElementId: string
}

export interface CreatedInstance {
  readonly processInstanceKey: string
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly processDefinitionVersion: number
  readonly tenantId: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly tags: readonly string[]
  readonly businessId: string | null
}

export function createInstance(runtime: Runtime, input: CreateInstanceInput): CreatedInstance {
  const definition = findDefinition(runtime, input)
  const { model } = definition
  const startAt = input.startInstructions ?? []
  if (startAt.length === 0 && model.root.startEvent === undefined) {
    throw new EngineError('INVALID_STATE', `'${model.id}' has no none start event, so only its events can start it.`)
  }
  const endsAfter = readEnds(definition, input.runtimeInstructions ?? [])
  const variables = readVariables(input.variables) ?? {}
  const tags = Object.freeze([...(input.tags ?? [])])
  const start = { definition, variables, tags, businessId: input.businessId }
  const root = startAt.length === 0 ? startProcess(runtime, start) : startProcessAt(runtime, start, startAt)
  root.processInstance.endsAfter = endsAfter
  return {
    processInstanceKey: keyOf(root.sequence),
    processDefinitionKey: keyOf(definition.sequence),
    processDefinitionId: model.id,
    processDefinitionVersion: definition.version,
    tenantId: definition.tenantId,
    variables: copyJson(variables) as Record<string, unknown>,
    tags,
    businessId: input.businessId ?? null,
  }
}

function readEnds(
  { model }: ProcessDefinition,
  instructions: readonly RuntimeInstruction[],
): ReadonlySet<string> | undefined {
  for (const { afterElementId } of instructions) {
    if (model.elements.has(afterElementId)) continue
    throw new EngineError('INVALID_ARGUMENT', `The process '${model.id}' has no element '${afterElementId}'.`)
  }
  return instructions.length === 0 ? undefined : new Set(instructions.map(({ afterElementId }) => afterElementId))
}

function findDefinition(runtime: Runtime, input: CreateInstanceInput): ProcessDefinition {
  const { processDefinitionKey: key, processDefinitionId: id, tenantId = DEFAULT_TENANT } = input
  if (key !== undefined) return findProcessDefinition(runtime, key)
  if (id === undefined) {
    throw new EngineError('INVALID_ARGUMENT', 'Pass `processDefinitionKey` or `processDefinitionId`.')
  }
  const { processDefinitionVersion: version = -1, processDefinitionVersionTag: tag } = input
  if (tag !== undefined) {
    const definition = runtime.definitions.withVersionTag(tenantId, id, tag)
    if (definition !== undefined) return definition
    throw new EngineError('NOT_FOUND', `No version of the process '${id}' has the version tag '${tag}'.`)
  }
  const definition =
    version === -1 ? runtime.definitions.latest(tenantId, id) : runtime.definitions.withVersion(tenantId, id, version)
  if (definition !== undefined) return definition
  const what = version === -1 ? `a process with the id '${id}'` : `version ${version} of the process '${id}'`
  throw new EngineError('NOT_FOUND', `The engine does not have ${what}.`)
}
