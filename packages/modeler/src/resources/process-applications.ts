import { type CallOptions, createMethods, type Transport } from '@x/rest'
import type { ModelerResourceOptions } from '../options.ts'
import { processApplications as routes } from '../routes.ts'
import { transportFrom } from '../transport.ts'
import type {
  CreateProcessApplicationBody,
  ProcessApplication,
  ProcessApplicationMetadata,
  UpdateProcessApplicationBody,
} from '../types/process-application.ts'

/** Process applications: what files and folders of a project lie in. Since Camunda 8.10. */
export interface ProcessApplications {
  /** Makes a process application in a project. Needs the create permission. `POST /process-applications` */
  create(body: CreateProcessApplicationBody, options?: CallOptions): Promise<ProcessApplicationMetadata>

  /**
   * Gives a process application with what lies directly in it. Needs the read permission.
   * `GET /process-applications/{processApplicationId}`
   */
  get(processApplicationId: string, options?: CallOptions): Promise<ProcessApplication>

  /** Renames a process application. Needs the update permission. `PATCH /process-applications/{processApplicationId}` */
  update(
    processApplicationId: string,
    body: UpdateProcessApplicationBody,
    options?: CallOptions,
  ): Promise<ProcessApplicationMetadata>

  /** Deletes a process application **for good**. Needs the delete permission. `DELETE /process-applications/{processApplicationId}` */
  delete(processApplicationId: string, options?: CallOptions): Promise<void>
}

/** Makes the resource from its options, or on a transport that others use too. */
export function createProcessApplications(source: ModelerResourceOptions | Transport): ProcessApplications {
  return createMethods(transportFrom(source), routes)
}
