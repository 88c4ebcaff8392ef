import { type Operation, readOperations } from '@x/rest/shapes'
import { checked } from './generated/checked.ts'
import { words } from './generated/words.ts'

export type { Operation } from '@x/rest/shapes'
export { hubApi } from './about.ts'

/**
 * All operations of the Camunda Hub API v2: their routes, documentation and shapes. Those of `clusters` are
 * Self-Managed only.
 */
export const operations: readonly Operation[] = readOperations(checked, words)
