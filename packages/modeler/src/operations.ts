import { type Operation, readOperations } from '@x/rest/shapes'
import { checked } from './generated/checked.ts'
import { words } from './generated/words.ts'

export type { Operation } from '@x/rest/shapes'
export { modelerApi } from './about.ts'

/**
 * All operations of the Web Modeler API v1: their routes, documentation and shapes. Camunda serves the API up to 8.11;
 * `since` and `deprecated` mark operations that were added later or are removed earlier.
 */
export const operations: readonly Operation[] = readOperations(checked, words)
