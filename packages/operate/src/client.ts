import { createCheck } from '@x/rest/validation'
import { answers } from './answers.ts'
import { createOperateTransport } from './operate-transport.ts'
import { type DecisionDefinitions, decisionDefinitionsOver } from './resources/decision-definitions.ts'
import { type DecisionInstances, decisionInstancesOver } from './resources/decision-instances.ts'
import {
  type DecisionRequirementsResource,
  decisionRequirementsResourceOver,
} from './resources/decision-requirements.ts'
import { type FlowNodeInstances, flowNodeInstancesOver } from './resources/flow-node-instances.ts'
import { type Incidents, incidentsOver } from './resources/incidents.ts'
import { type ProcessDefinitions, processDefinitionsOver } from './resources/process-definitions.ts'
import { type ProcessInstances, processInstancesOver } from './resources/process-instances.ts'
import { type Variables, variablesOver } from './resources/variables.ts'
import type { OperateClientOptions } from './types/options.ts'

/** Operate v1: what runs in a Camunda 8 cluster, and what went wrong there. */
export interface OperateClient {
  readonly processDefinitions: ProcessDefinitions
  readonly processInstances: ProcessInstances
  readonly flowNodeInstances: FlowNodeInstances
  readonly incidents: Incidents
  readonly variables: Variables
  readonly decisionDefinitions: DecisionDefinitions
  readonly decisionInstances: DecisionInstances
  readonly decisionRequirements: DecisionRequirementsResource
}

/**
 * Makes a client of the Operate API v1, on SaaS or Self-Managed.
 *
 * Served by Camunda up to 8.9, deprecated since 8.8 and gone from 8.10, where the Orchestration Cluster REST API v2 takes
 * its place. 64-bit keys are strings, exact in both directions. Answers are checked leniently: members and enumeration
 * values of newer servers pass.
 *
 * Its methods throw `ApiError`, `NetworkError`, `TimeoutError` and `ValidationError` of `@x/rest`.
 *
 * @throws `RestError` with code `config_invalid` when `baseUrl` or another option is missing or malformed
 * @example
 * const cluster = readClusterCredentials()
 * const operate = createOperateClient({ auth: createOAuth(cluster), baseUrl: cluster.operateUrl })
 * const { items, total } = await operate.processInstances.search({ filter: { state: 'ACTIVE' }, size: 50 })
 * @see [Operate API](https://docs.camunda.io/docs/8.7/apis-tools/operate-api/overview/)
 */
export function createOperateClient(options: OperateClientOptions): OperateClient {
  const { validate = 'lenient', ...rest } = options
  const transport = createOperateTransport(rest, createCheck(answers, validate))
  return {
    processDefinitions: processDefinitionsOver(transport),
    processInstances: processInstancesOver(transport),
    flowNodeInstances: flowNodeInstancesOver(transport),
    incidents: incidentsOver(transport),
    variables: variablesOver(transport),
    decisionDefinitions: decisionDefinitionsOver(transport),
    decisionInstances: decisionInstancesOver(transport),
    decisionRequirements: decisionRequirementsResourceOver(transport),
  }
}
