import type { CallOptions, Unchecked } from '@x/rest'
import type { FileMetadata } from './files.ts'
import type { FolderMetadata } from './folders.ts'
import type { Changes, Id, Name } from './shared.ts'

/**
 * Process applications: containers for the files and folders of a project.
 *
 * @since 8.10
 * @until 8.11
 */
export interface ProcessApplications {
  /**
   * Creates a process application in a project.
   *
   * @operation POST /process-applications
   * @permission Web Modeler API: create
   */
  create(body: CreateProcessApplicationBody, options?: CallOptions): Promise<ProcessApplicationMetadata>

  /**
   * Returns a process application with its direct content.
   *
   * @operation GET /process-applications/{processApplicationId}
   * @permission Web Modeler API: read
   */
  get(processApplicationId: Id, options?: CallOptions): Promise<ProcessApplication>

  /**
   * Renames a process application. Its folders and files stay unchanged.
   *
   * @operation PATCH /process-applications/{processApplicationId}
   * @permission Web Modeler API: update
   * @throws {ApiError} 404 if it does not exist
   */
  update(
    processApplicationId: Id,
    body: UpdateProcessApplicationBody,
    options?: CallOptions,
  ): Promise<ProcessApplicationMetadata>

  /**
   * Deletes a process application. **This cannot be undone.**
   *
   * @operation DELETE /process-applications/{processApplicationId}
   * @permission Web Modeler API: delete
   */
  delete(processApplicationId: Id, options?: CallOptions): Promise<void>
}

/** A process application, without its content. */
export interface ProcessApplicationMetadata extends Changes {
  id: string
  name: string
  projectId: string
}

/**
 * Direct content of a process application. Camunda has not published the format of the items, so they are not
 * validated.
 */
export interface ProcessApplicationContent {
  folders: Unchecked<FolderMetadata>[]
  files: Unchecked<FileMetadata>[]
}

/** A process application with its direct content. */
export interface ProcessApplication {
  metadata: ProcessApplicationMetadata
  content: ProcessApplicationContent
}

export interface CreateProcessApplicationBody {
  name: Name
  projectId: Id
}

export interface UpdateProcessApplicationBody {
  name?: Name | undefined
}
