import { formatDate } from './dates.ts'
import type {
  DecisionDefinition,
  DecisionInstance,
  DecisionRequirements,
  FlowNodeInstance,
  Incident,
  ProcessDefinition,
  ProcessInstance,
  Variable,
} from './entities.ts'

/** How a member is stored, compared and sent. `words` is text that filters by its words; `json` goes as it is. */
export type FieldKind = 'key' | 'integer' | 'text' | 'flag' | 'date' | 'words' | 'json'

export interface Field {
  readonly kind: FieldKind
  /** False for a member that filters ignore. */
  readonly filter?: boolean | undefined
  /** False for a member that cannot be sorted by. */
  readonly sort?: boolean | undefined
  /** False for a member that only the get operation gives. */
  readonly search?: boolean | undefined
  /** The only values that a filter may name. */
  readonly values?: readonly string[] | undefined
}

export interface EntityType<T> {
  /** In error messages: "process instance". */
  readonly name: string
  /** In error messages: "process instances". */
  readonly plural: string
  /** The unique member that every search is sorted by in the end. */
  readonly id: 'key' | 'id'
  readonly fields: Readonly<Record<keyof T & string, Field>>
  /** Other names that filters accept. */
  readonly aliases?: Readonly<Record<string, keyof T & string>> | undefined
  /** How an item looks in search results. */
  readonly inSearch?: ((item: T) => T) | undefined
}

const key: Field = { kind: 'key' }
const integer: Field = { kind: 'integer' }
const text: Field = { kind: 'text' }
const flag: Field = { kind: 'flag' }
const date: Field = { kind: 'date' }
const shownOnly: Field = { kind: 'json', filter: false, sort: false }

export const processDefinitionType: EntityType<ProcessDefinition> = {
  name: 'process definition',
  plural: 'process definitions',
  id: 'key',
  fields: { key, name: text, version: integer, versionTag: text, bpmnProcessId: text, tenantId: text },
}

export const processInstanceType: EntityType<ProcessInstance> = {
  name: 'process instance',
  plural: 'process instances',
  id: 'key',
  fields: {
    key,
    processVersion: integer,
    processVersionTag: text,
    bpmnProcessId: text,
    parentKey: key,
    parentFlowNodeInstanceKey: key,
    startDate: date,
    endDate: date,
    state: text,
    incident: flag,
    processDefinitionKey: key,
    tenantId: text,
  },
  aliases: { parentProcessInstanceKey: 'parentKey' },
}

export const flowNodeInstanceType: EntityType<FlowNodeInstance> = {
  name: 'flow node instance',
  plural: 'flow node instances',
  id: 'key',
  fields: {
    key,
    processInstanceKey: key,
    processDefinitionKey: key,
    startDate: date,
    endDate: date,
    flowNodeId: text,
    flowNodeName: shownOnly,
    incidentKey: key,
    type: text,
    state: text,
    incident: flag,
    tenantId: text,
  },
}

export const incidentType: EntityType<Incident> = {
  name: 'incident',
  plural: 'incidents',
  id: 'key',
  fields: {
    key,
    processDefinitionKey: key,
    processInstanceKey: key,
    type: text,
    message: { kind: 'words', sort: false },
    creationTime: date,
    state: text,
    jobKey: key,
    tenantId: text,
  },
}

/** What search shows of a variable's value. */
const PREVIEW_LENGTH = 8191

export const variableType: EntityType<Variable> = {
  name: 'variable',
  plural: 'variables',
  id: 'key',
  fields: {
    key,
    processInstanceKey: key,
    scopeKey: key,
    name: text,
    value: text,
    truncated: flag,
    tenantId: text,
  },
  inSearch: (variable) =>
    variable.value.length > PREVIEW_LENGTH
      ? { ...variable, value: variable.value.slice(0, PREVIEW_LENGTH), truncated: true }
      : variable,
}

export const decisionRequirementsType: EntityType<DecisionRequirements> = {
  name: 'decision requirements',
  plural: 'decision requirements',
  id: 'key',
  fields: {
    id: text,
    key,
    decisionRequirementsId: text,
    name: text,
    version: integer,
    resourceName: text,
    tenantId: text,
  },
}

export const decisionDefinitionType: EntityType<DecisionDefinition> = {
  name: 'decision definition',
  plural: 'decision definitions',
  id: 'key',
  fields: {
    id: text,
    key,
    decisionId: text,
    name: text,
    version: integer,
    decisionRequirementsId: text,
    decisionRequirementsKey: key,
    decisionRequirementsName: text,
    decisionRequirementsVersion: integer,
    tenantId: text,
  },
}

export const decisionInstanceType: EntityType<DecisionInstance> = {
  name: 'decision instance',
  plural: 'decision instances',
  id: 'id',
  fields: {
    id: text,
    key,
    state: { kind: 'text', values: ['FAILED', 'EVALUATED', 'UNKNOWN', 'UNSPECIFIED'] },
    evaluationDate: date,
    evaluationFailure: text,
    processDefinitionKey: key,
    processInstanceKey: key,
    decisionId: text,
    decisionDefinitionId: text,
    decisionName: text,
    decisionVersion: integer,
    decisionType: { kind: 'text', values: ['DECISION_TABLE', 'LITERAL_EXPRESSION', 'UNSPECIFIED', 'UNKNOWN'] },
    result: shownOnly,
    evaluatedInputs: { ...shownOnly, search: false },
    evaluatedOutputs: { ...shownOnly, search: false },
    tenantId: text,
  },
}

/** The members of a type with their fields, typed for looking them up in an item. */
export function fieldsOf<T>(type: EntityType<T>): [name: keyof T & string, field: Field][] {
  return Object.entries(type.fields) as [keyof T & string, Field][]
}

/** An item as the server sends it: members without a value left out, dates as text. */
export function toWire<T>(type: EntityType<T>, item: T, from: 'search' | 'get'): Record<string, unknown> {
  const shown = from === 'search' ? (type.inSearch?.(item) ?? item) : item
  const wire: Record<string, unknown> = {}
  for (const [name, field] of fieldsOf(type)) {
    const value: unknown = shown[name]
    if (value === undefined || (from === 'search' && field.search === false)) continue
    wire[name] = field.kind === 'date' ? formatDate(value as number) : value
  }
  return wire
}
