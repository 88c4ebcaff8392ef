import type {
  DecisionDefinitionRecord,
  DecisionInstanceRecord,
  DecisionRequirementsRecord,
  ElementInstanceRecord,
  IncidentRecord,
  ProcessDefinitionRecord,
  ProcessInstanceRecord,
  VariableRecord,
} from '@x/engine'
import type { EntityType, Field, FieldKind } from './fields.ts'

// Operate's names for the members of the engine's records, which have the names of the Orchestration Cluster API.

const field =
  (kind: FieldKind) =>
  <R>(name: keyof R & string): Field<R> => ({ kind, read: (record) => record[name] })

const key = field('key')
const integer = field('integer')
const text = field('text')
const flag = field('flag')
const date = field('date')

/** Returned, but ignored by filters and not sortable. */
const shown = <R>(read: (record: R) => unknown): Field<R> => ({ kind: 'json', read, filter: false, sort: false })

/** A value for which Operate has another name, or none. */
const renamed = <R>(name: keyof R & string, words: Readonly<Record<string, string>>): Field<R> => ({
  kind: 'text',
  read: (record) => words[record[name] as string] ?? record[name],
})

export const processDefinitionType: EntityType<ProcessDefinitionRecord> = {
  name: 'process definition',
  plural: 'process definitions',
  id: 'key',
  fields: {
    key: key('processDefinitionKey'),
    name: text('name'),
    version: integer('version'),
    versionTag: text('versionTag'),
    bpmnProcessId: text('processDefinitionId'),
    tenantId: text('tenantId'),
  },
}

export const processInstanceType: EntityType<ProcessInstanceRecord> = {
  name: 'process instance',
  plural: 'process instances',
  id: 'key',
  fields: {
    key: key('processInstanceKey'),
    processVersion: integer('processDefinitionVersion'),
    processVersionTag: text('processDefinitionVersionTag'),
    bpmnProcessId: text('processDefinitionId'),
    parentKey: key('parentProcessInstanceKey'),
    parentFlowNodeInstanceKey: key('parentElementInstanceKey'),
    startDate: date('startDate'),
    endDate: date('endDate'),
    state: renamed('state', { TERMINATED: 'CANCELED', SUSPENDED: 'ACTIVE' }),
    incident: flag('hasIncident'),
    processDefinitionKey: key('processDefinitionKey'),
    tenantId: text('tenantId'),
  },
  aliases: { parentProcessInstanceKey: 'parentKey' },
}

export const flowNodeInstanceType: EntityType<ElementInstanceRecord> = {
  name: 'flow node instance',
  plural: 'flow node instances',
  id: 'key',
  fields: {
    key: key('elementInstanceKey'),
    processInstanceKey: key('processInstanceKey'),
    processDefinitionKey: key('processDefinitionKey'),
    startDate: date('startDate'),
    endDate: date('endDate'),
    flowNodeId: text('elementId'),
    flowNodeName: shown(({ elementName, elementId }) => (elementName === elementId ? undefined : elementName)),
    incidentKey: key('incidentKey'),
    type: renamed('type', { AD_HOC_SUB_PROCESS: 'UNKNOWN', AD_HOC_SUB_PROCESS_INNER_INSTANCE: 'UNKNOWN' }),
    state: text('state'),
    incident: flag('hasIncident'),
    tenantId: text('tenantId'),
  },
}

export const incidentType: EntityType<IncidentRecord> = {
  name: 'incident',
  plural: 'incidents',
  id: 'key',
  fields: {
    key: key('incidentKey'),
    processDefinitionKey: key('processDefinitionKey'),
    processInstanceKey: key('processInstanceKey'),
    type: renamed('errorType', {
      AD_HOC_SUB_PROCESS_NO_RETRIES: 'UNKNOWN',
      RESOURCE_NOT_FOUND: 'UNKNOWN',
      TASK_LISTENER_NO_RETRIES: 'UNKNOWN',
    }),
    message: { kind: 'words', read: ({ errorMessage }) => errorMessage, sort: false },
    creationTime: date('creationTime'),
    state: text('state'),
    jobKey: key('jobKey'),
    tenantId: text('tenantId'),
  },
}

/** The value of a variable as search shows it. */
const PREVIEW_LENGTH = 8191

export const variableType: EntityType<VariableRecord> = {
  name: 'variable',
  plural: 'variables',
  id: 'key',
  fields: {
    key: key('variableKey'),
    processInstanceKey: key('processInstanceKey'),
    scopeKey: key('scopeKey'),
    name: text('name'),
    value: {
      kind: 'text',
      read: ({ value }) => (value.length > PREVIEW_LENGTH ? value.slice(0, PREVIEW_LENGTH) : value),
      readAlone: ({ value }) => value,
    },
    truncated: {
      kind: 'flag',
      read: ({ value }) => value.length > PREVIEW_LENGTH,
      readAlone: () => false,
    },
    tenantId: text('tenantId'),
  },
}

export const decisionRequirementsType: EntityType<DecisionRequirementsRecord> = {
  name: 'decision requirements',
  plural: 'decision requirements',
  id: 'key',
  fields: {
    id: text('decisionRequirementsKey'),
    key: key('decisionRequirementsKey'),
    decisionRequirementsId: text('decisionRequirementsId'),
    name: text('decisionRequirementsName'),
    version: integer('version'),
    resourceName: text('resourceName'),
    tenantId: text('tenantId'),
  },
}

export const decisionDefinitionType: EntityType<DecisionDefinitionRecord> = {
  name: 'decision definition',
  plural: 'decision definitions',
  id: 'key',
  fields: {
    id: text('decisionDefinitionKey'),
    key: key('decisionDefinitionKey'),
    decisionId: text('decisionDefinitionId'),
    name: text('name'),
    version: integer('version'),
    decisionRequirementsId: text('decisionRequirementsId'),
    decisionRequirementsKey: key('decisionRequirementsKey'),
    decisionRequirementsName: text('decisionRequirementsName'),
    decisionRequirementsVersion: integer('decisionRequirementsVersion'),
    tenantId: text('tenantId'),
  },
}

export const decisionInstanceType: EntityType<DecisionInstanceRecord> = {
  name: 'decision instance',
  plural: 'decision instances',
  id: 'id',
  fields: {
    id: text('decisionEvaluationInstanceKey'),
    key: key('decisionEvaluationKey'),
    state: { ...text('state'), values: ['FAILED', 'EVALUATED', 'UNKNOWN', 'UNSPECIFIED'] },
    evaluationDate: date('evaluationDate'),
    evaluationFailure: text('evaluationFailure'),
    processDefinitionKey: key('processDefinitionKey'),
    processInstanceKey: key('processInstanceKey'),
    decisionId: text('decisionDefinitionId'),
    decisionDefinitionId: text('decisionDefinitionKey'),
    decisionName: text('decisionDefinitionName'),
    decisionVersion: integer('decisionDefinitionVersion'),
    decisionType: {
      ...text('decisionDefinitionType'),
      values: ['DECISION_TABLE', 'LITERAL_EXPRESSION', 'UNSPECIFIED', 'UNKNOWN'],
    },
    result: shown(({ state, result }) => (state === 'FAILED' ? undefined : result)),
    evaluatedInputs: { ...shown(() => undefined), readAlone: inputsOf },
    evaluatedOutputs: { ...shown(() => undefined), readAlone: outputsOf },
    tenantId: text('tenantId'),
  },
}

function inputsOf({ evaluatedInputs }: DecisionInstanceRecord): object[] {
  return evaluatedInputs.map(({ inputId: id, inputName: name, inputValue: value }) => ({ id, name, value }))
}

/** Operate combines the outputs of all matched rules in one list. */
function outputsOf({ matchedRules }: DecisionInstanceRecord): object[] {
  return matchedRules.flatMap(({ ruleId, ruleIndex, evaluatedOutputs }) =>
    evaluatedOutputs.map(({ outputId: id, outputName: name, outputValue: value }) => ({
      id,
      name,
      value,
      ruleId,
      ruleIndex,
    })),
  )
}
