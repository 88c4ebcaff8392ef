import { type CheckedOperation, checkedOperations } from '@x/rest/validation'
import { collaborators } from './schemas/collaborators.ts'
import { files } from './schemas/files.ts'
import { folders } from './schemas/folders.ts'
import { info } from './schemas/info.ts'
import { milestones } from './schemas/milestones.ts'
import { processApplications } from './schemas/process-applications.ts'
import { projects } from './schemas/projects.ts'
import { versions } from './schemas/versions.ts'

const resources = { info, projects, collaborators, folders, files, milestones, versions, processApplications }

/** What a client checks. */
export const schemas: readonly CheckedOperation[] = checkedOperations(resources)
