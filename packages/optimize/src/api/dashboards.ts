import type { CallOptions } from '@x/rest'
import type { CollectionQuery, EntityExport, Id } from './shared.ts'

/** Dashboards. */
export interface Dashboards {
  /**
   * Returns the ids of all dashboards of a collection.
   *
   * @operation GET /public/dashboard
   * @throws {ApiError} 404 if the collection does not exist
   */
  list(query: CollectionQuery, options?: CallOptions): Promise<readonly Id[]>

  /**
   * Deletes a dashboard. **This cannot be undone.** The reports on it stay.
   *
   * @operation DELETE /public/dashboard/{dashboardId}
   * @throws {ApiError} 404 if it does not exist
   */
  delete(dashboardId: string, options?: CallOptions): Promise<void>

  /**
   * Returns dashboards and the reports on them, for `entities.import` of another Optimize. Reports come before the
   * dashboards that use them. Private dashboards are exported as well.
   *
   * @operation POST /public/export/dashboard/definition/json
   * @safe
   * @throws {ApiError} 404 if one of them does not exist
   * @example
   * const ids = await optimize.dashboards.list({ collectionId })
   * const entities = await optimize.dashboards.exportDefinitions(ids.map(({ id }) => id))
   */
  exportDefinitions(body: readonly string[], options?: CallOptions): Promise<readonly EntityExport[]>
}
