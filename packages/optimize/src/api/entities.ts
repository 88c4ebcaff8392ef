import type { CallOptions, OpenEnum } from '@x/rest'
import type { CollectionQuery, EntityExport } from './shared.ts'

/** Reports and dashboards together. */
export interface Entities {
  /**
   * Imports exported reports and dashboards into a collection. Each gets a new id, so importing them twice creates two of each.
   *
   * Both installations must have the same version of Optimize. The collection must exist, and its data sources must cover the
   * processes and decisions that the reports use.
   *
   * @operation POST /public/import
   * @returns the new reports and dashboards
   * @throws {ApiError} 400 if one of these conditions is not met; 404 if the collection does not exist
   * @example
   * const entities = await optimize.reports.exportDefinitions([reportId])
   * const [copy] = await optimize.entities.import(entities, { collectionId })
   */
  import(
    body: readonly EntityExport[],
    query: CollectionQuery,
    options?: CallOptions,
  ): Promise<readonly ImportedEntity[]>
}

/** A report or a dashboard that was imported. */
export interface ImportedEntity {
  /** The new id. */
  readonly id: string
  readonly entityType: OpenEnum<'dashboard' | 'report'>
}
