import type { OpenEnum } from '@x/rest/validation'

/** One entry of the organization's audit log. */
export interface ActivityEvent {
  /** Part of Camunda that wrote it. */
  service: string
  /** The organization. */
  orgId: string
  /** What happened, in words. */
  audit: string
  /** Created, read, updated or deleted. */
  auditType: OpenEnum<'c' | 'r' | 'u' | 'd'>
  /** Kind of thing it happened to. */
  entity: string
  entityId: string
  entityAttribute?: string | undefined
  entityAttributeValueFrom?: string | undefined
  entityAttributeValueTo?: string | undefined
  parentEntity?: string | undefined
  parentEntityId?: string | undefined
  /** Who did it. */
  userId: string
  /** When; Camunda does not declare the unit. */
  timestamp?: number | undefined
}
