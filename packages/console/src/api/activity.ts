import type { CallOptions, OpenEnum } from '@x/rest'

/** The audit log of an organization. Camunda does not document which permission it needs. */
export interface Activity {
  /**
   * Returns the whole audit log in one response: the server neither pages nor filters.
   *
   * @operation GET /activity/json
   * @throws {ApiError} 403 if the API client may not read it
   */
  list(options?: CallOptions): Promise<ActivityEvent[]>

  /**
   * Returns the whole audit log as CSV text.
   *
   * @operation GET /activity/csv
   * @throws {ApiError} 403 if the API client may not read it
   */
  getCsv(options?: CallOptions): Promise<string>
}

/** One entry of the organization's audit log. */
export interface ActivityEvent {
  /** Component of Camunda that wrote it. */
  service: string
  /** The organization. */
  orgId: string
  /** Description of what happened. */
  audit: string
  /** Created, read, updated or deleted. */
  auditType: OpenEnum<'c' | 'r' | 'u' | 'd'>
  /** Kind of the changed entity. */
  entity: string
  entityId: string
  entityAttribute?: string | undefined
  entityAttributeValueFrom?: string | undefined
  entityAttributeValueTo?: string | undefined
  parentEntity?: string | undefined
  parentEntityId?: string | undefined
  /** The user who did it. */
  userId: string
  /** Time of the event; Camunda does not document the unit. */
  timestamp?: number | undefined
}
