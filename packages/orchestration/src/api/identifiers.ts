import type { Int, Key, TextKey } from '@x/rest'

/** Key of an agent in one version of a process. */
export type AgentDefinitionKey = Key<'AgentDefinitionKey'>

/** Key of an item of the history of an agent instance. */
export type AgentHistoryItemKey = Key<'AgentHistoryItemKey'>

/** Key of an agent instance. */
export type AgentInstanceKey = Key<'AgentInstanceKey'>

/** Key of an entry of the audit log. */
export type AuditLogKey = Key<'AuditLogKey'>

/** Key of an authorization. */
export type AuthorizationKey = Key<'AuthorizationKey'>

/** Key of a batch operation. In data of older versions it is a UUID. @minLength 1 */
export type BatchOperationKey = TextKey<'BatchOperationKey'>

/** Key of a conditional evaluation. */
export type ConditionalEvaluationKey = Key<'ConditionalEvaluationKey'>

/** Key of one version of a decision. */
export type DecisionDefinitionKey = Key<'DecisionDefinitionKey'>

/** Key of one decision of an evaluation: the key of the evaluation, a dash, and a number. @minLength 1 */
export type DecisionEvaluationInstanceKey = TextKey<'DecisionEvaluationInstanceKey'>

/** Key of a decision evaluation, in which several decisions may be evaluated. */
export type DecisionEvaluationKey = Key<'DecisionEvaluationKey'>

/** Key of a decision requirements graph: one version of a DMN file. */
export type DecisionRequirementsKey = Key<'DecisionRequirementsKey'>

/** Key of a deployment. */
export type DeploymentKey = Key<'DeploymentKey'>

/** Key of an element instance. */
export type ElementInstanceKey = Key<'ElementInstanceKey'>

/** Key of one version of a form. */
export type FormKey = Key<'FormKey'>

/** Key of an incident. */
export type IncidentKey = Key<'IncidentKey'>

/** Key of a job. */
export type JobKey = Key<'JobKey'>

/** Key of a message. */
export type MessageKey = Key<'MessageKey'>

/** Key of a message subscription. */
export type MessageSubscriptionKey = Key<'MessageSubscriptionKey'>

/** Key of one version of a process. */
export type ProcessDefinitionKey = Key<'ProcessDefinitionKey'>

/** Key of a process instance. */
export type ProcessInstanceKey = Key<'ProcessInstanceKey'>

/** Key of a signal. */
export type SignalKey = Key<'SignalKey'>

/** Key of a user task. */
export type UserTaskKey = Key<'UserTaskKey'>

/** Key of a variable. */
export type VariableKey = Key<'VariableKey'>

/** Id of a tenant; `<default>` if multi-tenancy is disabled. @minLength 1 @maxLength 31 */
export type TenantId = string

/** Id of a process in its BPMN. @minLength 1 */
export type ProcessDefinitionId = string

/** Id of a decision in its DMN. @minLength 1 */
export type DecisionDefinitionId = string

/** Your own business id for a process instance, such as an order number. @minLength 1 @maxLength 256 */
export type BusinessId = string

/**
 * A label to find process instances by.
 *
 * @pattern /^[A-Za-z][A-Za-z0-9_\-:.]{0,99}$/ must begin with a letter and have at most 100 letters, digits, `_`, `-`, `:` or `.`
 */
export type Tag = string

/** Tags, each once. @maxItems 10 */
export type Tags = readonly Tag[]

/** Your own number for a command, to recognize its records in exported data. @minimum 1 */
export type OperationReference = Int
