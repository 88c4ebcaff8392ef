import { type Operation, readOperations } from '@x/rest/shapes'
import { checked } from './generated/checked.ts'
import { words } from './generated/words.ts'

export type { Operation } from '@x/rest/shapes'
export { orchestrationApi } from './about.ts'

/** All operations of the Orchestration Cluster API v2: their routes, documentation and shapes. */
export const operations: readonly Operation[] = readOperations(checked, words)
