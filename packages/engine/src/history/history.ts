import { DecisionDefinition } from '../state/decision-definition.ts'
import { DecisionRequirements } from '../state/decision-requirements.ts'
import { Form, GenericResource } from '../state/deployed-file.ts'
import { ElementInstance } from '../state/element-instance.ts'
import { Incident } from '../state/incident.ts'
import { Job } from '../state/job.ts'
import { MessageSubscription } from '../state/message-subscription.ts'
import { ProcessDefinition } from '../state/process-definition.ts'
import type { ProcessInstance } from '../state/process-instance.ts'
import type { Store } from '../state/store.ts'
import { UserTask } from '../state/user-task.ts'
import { Variable } from '../state/variable.ts'
import { type Collection, collection, type InstanceCollection, instanceCollection } from './collection.ts'
import { type CorrelatedMessages, correlatedMessages } from './correlated-messages.ts'
import {
  type DecisionDefinitionRecord,
  type DecisionRequirementsRecord,
  toDecisionDefinitionRecord,
  toDecisionRequirementsRecord,
} from './decision-definitions.ts'
import { type DecisionInstanceRecord, decisionInstances } from './decision-instances.ts'
import { type FormRecord, type ResourceRecord, toFormRecord, toResourceRecord } from './deployed-files.ts'
import { type ElementInstanceRecord, toElementInstanceRecord } from './element-instances.ts'
import { type IncidentRecord, toIncidentRecord } from './incidents.ts'
import { type JobRecord, toJobRecord } from './jobs.ts'
import { type MessageSubscriptionRecord, toMessageSubscriptionRecord } from './message-subscriptions.ts'
import { type ProcessDefinitionRecord, toProcessDefinitionRecord } from './process-definitions.ts'
import { type ProcessInstanceRecord, toProcessInstanceRecord } from './process-instances.ts'
import { type SequenceFlows, sequenceFlows } from './sequence-flows.ts'
import { toUserTaskRecord, type UserTaskRecord } from './user-tasks.ts'
import { toVariableRecord, type VariableRecord } from './variables.ts'
import { type WaitStates, waitStates } from './wait-states.ts'

/** Everything that has happened, as records with the property names of Camunda's API. */
export interface History {
  readonly processDefinitions: Collection<ProcessDefinitionRecord>
  readonly processInstances: Collection<ProcessInstanceRecord>
  /** All except those of the processes themselves. */
  readonly elementInstances: InstanceCollection<ElementInstanceRecord>
  readonly variables: InstanceCollection<VariableRecord>
  readonly jobs: InstanceCollection<JobRecord>
  readonly incidents: InstanceCollection<IncidentRecord>
  readonly userTasks: InstanceCollection<UserTaskRecord>
  readonly messageSubscriptions: InstanceCollection<MessageSubscriptionRecord>
  readonly correlatedMessages: CorrelatedMessages
  readonly sequenceFlows: SequenceFlows
  readonly waitStates: WaitStates
  readonly decisionDefinitions: Collection<DecisionDefinitionRecord>
  readonly decisionRequirements: Collection<DecisionRequirementsRecord>
  readonly decisionInstances: InstanceCollection<DecisionInstanceRecord>
  readonly forms: Collection<FormRecord>
  readonly resources: Collection<ResourceRecord>
}

export function createHistory(store: Store): History {
  const processInstance = (sequence: number): ProcessInstance | undefined => {
    const root = store.find(ElementInstance, sequence)
    return root?.parent === undefined ? root?.processInstance : undefined
  }
  const findElement = (sequence: number, isProcess: boolean): ElementInstance | undefined => {
    const instance = store.find(ElementInstance, sequence)
    return (instance?.parent === undefined) === isProcess ? instance : undefined
  }
  return {
    processDefinitions: collection(
      store.processDefinitions,
      (sequence) => store.find(ProcessDefinition, sequence),
      toProcessDefinitionRecord,
    ),
    processInstances: collection(
      store.processInstances,
      (sequence) => findElement(sequence, true),
      toProcessInstanceRecord,
    ),
    elementInstances: instanceCollection(
      store.elementInstances,
      (sequence) => findElement(sequence, false),
      toElementInstanceRecord,
      (sequence) => processInstance(sequence)?.root.next,
    ),
    variables: instanceCollection(
      store.variables,
      (sequence) => store.find(Variable, sequence),
      toVariableRecord,
      (sequence) => processInstance(sequence)?.firstVariable,
    ),
    jobs: instanceCollection(
      store.jobs,
      (sequence) => store.find(Job, sequence),
      toJobRecord,
      (sequence) => processInstance(sequence)?.firstJob,
    ),
    incidents: instanceCollection(
      store.incidents,
      (sequence) => store.find(Incident, sequence),
      toIncidentRecord,
      (sequence) => processInstance(sequence)?.firstIncident,
    ),
    userTasks: instanceCollection(
      store.userTasks,
      (sequence) => store.find(UserTask, sequence),
      toUserTaskRecord,
      (sequence) => processInstance(sequence)?.firstUserTask,
    ),
    messageSubscriptions: instanceCollection(
      store.messageSubscriptions,
      (sequence) => store.find(MessageSubscription, sequence),
      toMessageSubscriptionRecord,
      (sequence) => processInstance(sequence)?.firstSubscription,
    ),
    correlatedMessages: correlatedMessages(store),
    sequenceFlows: sequenceFlows(store),
    waitStates: waitStates(store),
    decisionDefinitions: collection(
      store.decisionDefinitions,
      (sequence) => store.find(DecisionDefinition, sequence),
      toDecisionDefinitionRecord,
    ),
    decisionRequirements: collection(
      store.decisionRequirements,
      (sequence) => store.find(DecisionRequirements, sequence),
      toDecisionRequirementsRecord,
    ),
    decisionInstances: decisionInstances(store, (sequence) => processInstance(sequence)?.firstDecision),
    forms: collection(store.forms, (sequence) => store.find(Form, sequence), toFormRecord),
    resources: collection(store.resources, (sequence) => store.find(GenericResource, sequence), toResourceRecord),
  }
}
