import type { DecisionInstanceRecord, Engine } from '@x/engine'
import type { Handlers } from '../handler.ts'
import type { Searchable } from '../search/searchable.ts'
import { searchableOf } from './collections.ts'
import { createReading } from './reading.ts'

/** Decision instances, including those of required decisions. */
export function decisionInstanceOperations(read: () => Engine): Handlers {
  const { gets, searches } = createReading(read)
  return {
    'decisionInstances.get': gets('Decision Instance', (engine, key) => engine.decisionInstances.get(key)),
    'decisionInstances.search': searches(searchableDecisionInstances),
  }
}

export function searchableDecisionInstances({ decisionInstances }: Engine): Searchable<DecisionInstanceRecord> {
  return searchableOf(decisionInstances, keyOf)
}

/** Its id is compared as text, since it has no key: all ids have the same length. */
function keyOf({ decisionEvaluationInstanceKey }: DecisionInstanceRecord): string {
  return decisionEvaluationInstanceKey.padEnd(LONGEST_ID)
}

/** A key with 19 digits, and the index in the evaluation. */
const LONGEST_ID = 30
