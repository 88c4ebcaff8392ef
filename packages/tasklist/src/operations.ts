import { type Operation, readOperations } from '@x/rest/shapes'
import { checked } from './generated/checked.ts'
import { words } from './generated/words.ts'

export type { Operation } from '@x/rest/shapes'
export { tasklistApi } from './about.ts'

/** All operations of the Tasklist API v1: their routes, documentation and shapes. */
export const operations: readonly Operation[] = readOperations(checked, words)
