import { createCheck } from '@x/rest/validation'
import type { ModelerClientOptions } from './options.ts'
import { type Collaborators, createCollaborators } from './resources/collaborators.ts'
import { createFiles, type Files } from './resources/files.ts'
import { createFolders, type Folders } from './resources/folders.ts'
import { createInfo, type Info } from './resources/info.ts'
import { createMilestones, type Milestones } from './resources/milestones.ts'
import { createProcessApplications, type ProcessApplications } from './resources/process-applications.ts'
import { createProjects, type Projects } from './resources/projects.ts'
import { createVersions, type Versions } from './resources/versions.ts'
import { schemas } from './schemas.ts'
import { createModelerTransport } from './transport.ts'

/** Web Modeler, one member per resource. */
export interface ModelerClient {
  readonly info: Info
  readonly projects: Projects
  readonly collaborators: Collaborators
  readonly folders: Folders
  readonly files: Files
  /** @deprecated Since Camunda 8.7. From 8.9 on use {@link ModelerClient.versions}. */
  readonly milestones: Milestones
  /** Since Camunda 8.9. */
  readonly versions: Versions
  /** Since Camunda 8.10. */
  readonly processApplications: ProcessApplications
}

/**
 * Makes a client of the Web Modeler API v1, which Camunda serves from 8.3 to 8.11 (deprecated in 8.10; its successor is
 * the Hub API).
 *
 * A token acts for the whole organization: it sees and changes every project, and deletes for good.
 *
 * @throws `RestError` with code `config_invalid` that names the option.
 * @example
 * ```ts
 * import { createOAuth } from '@x/auth'
 * import { readOrganizationCredentials } from '@x/env'
 * import { createModelerClient } from '@x/modeler'
 *
 * const organization = readOrganizationCredentials()
 * const modeler = createModelerClient({ auth: createOAuth(organization), baseUrl: organization.modelerUrl })
 *
 * const project = await modeler.projects.create({ name: 'Orders' })
 * await modeler.collaborators.set({ email: 'jane@example.com', projectId: project.id, role: 'editor' })
 * ```
 * @see [Web Modeler API](https://docs.camunda.io/docs/apis-tools/web-modeler-api/overview/)
 */
export function createModelerClient(options: ModelerClientOptions): ModelerClient {
  const { validate = 'lenient', ...shared } = options
  const transport = createModelerTransport(shared, createCheck(schemas, validate))
  return {
    info: createInfo(transport),
    projects: createProjects(transport),
    collaborators: createCollaborators(transport),
    folders: createFolders(transport),
    files: createFiles(transport),
    milestones: createMilestones(transport),
    versions: createVersions(transport),
    processApplications: createProcessApplications(transport),
  }
}
