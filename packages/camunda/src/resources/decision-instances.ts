import type {
  DecisionInstanceFilter,
  DecisionInstanceSortField,
  DecisionInstance as NewerDecisionInstance,
  DecisionInstanceDetails as NewerDetails,
} from '@x/orchestration'
import type { Partly } from '../served.ts'
import { createQueries, type Queries } from './queries.ts'
import type { ClusterApi } from './read.ts'

/** An evaluated decision. Operate v1 returns the result with `get` only, and does not know the business rule task. */
export type DecisionInstance = Partly<NewerDecisionInstance, 'elementInstanceKey' | 'result'>

/** An evaluated decision, with the inputs and rules that led to its output. */
export type DecisionInstanceDetails = Partly<NewerDetails, 'elementInstanceKey' | 'result'>

/** Evaluated decisions. */
export interface DecisionInstances
  extends Queries<
    NewerDecisionInstance['decisionEvaluationInstanceKey'],
    DecisionInstanceFilter,
    DecisionInstanceSortField,
    DecisionInstance,
    DecisionInstanceDetails
  > {}

export const createDecisionInstances = (api: ClusterApi): DecisionInstances => createQueries(api, 'decisionInstances')
