import { type CallOptions, createMethods, type Transport } from '@x/rest'
import { activity as routes } from '../routes.ts'
import type { ActivityEvent } from '../types/activity.ts'

/** The audit log of an organization. Camunda does not say which permission group it needs. */
export interface Activity {
  /**
   * The whole audit log, in one answer: the server neither pages nor filters.
   *
   * `GET /activity/json`.
   *
   * @throws ApiError 403 when the API client may not read it.
   */
  list(options?: CallOptions): Promise<ActivityEvent[]>

  /**
   * The whole audit log as CSV text.
   *
   * `GET /activity/csv`.
   *
   * @throws ApiError 403 when the API client may not read it.
   */
  getCsv(options?: CallOptions): Promise<string>
}

/** {@link Activity} over a transport. */
export function activityOver(transport: Transport): Activity {
  return createMethods(transport, routes)
}
