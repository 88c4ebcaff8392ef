import { type Operation, readOperations } from '@x/rest/shapes'
import { checked } from './generated/checked.ts'
import { words } from './generated/words.ts'

export type { Operation } from '@x/rest/shapes'
export { optimizeApi } from './about.ts'

/**
 * All operations of the public API of Optimize: their routes, documentation and shapes. Those of `collections` are
 * undocumented.
 */
export const operations: readonly Operation[] = readOperations(checked, words)
