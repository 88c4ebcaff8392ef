import type { Operation } from '@x/rest'
import { collaborators } from './operations/collaborators.ts'
import { files } from './operations/files.ts'
import { folders } from './operations/folders.ts'
import { info } from './operations/info.ts'
import { milestones } from './operations/milestones.ts'
import { processApplications } from './operations/process-applications.ts'
import { projects } from './operations/projects.ts'
import { versions } from './operations/versions.ts'

/**
 * Every operation of the Web Modeler API v1, with the valibot schemas of what goes in and out. Camunda serves the API up
 * to 8.11; `since` and `deprecated` say where an operation came later or goes earlier.
 */
export const operations: readonly Operation[] = [
  ...info,
  ...projects,
  ...collaborators,
  ...folders,
  ...files,
  ...milestones,
  ...versions,
  ...processApplications,
].map((operation) => ({ ...operation, until: '8.11' }))
