import type { Int, JsonObject } from '@x/rest'

/** Which collection. */
export interface CollectionQuery {
  readonly collectionId: string
}

/** An id, alone. */
export interface Id {
  readonly id: string
}

/**
 * An exported report or dashboard. Pass it to `entities.import` unchanged: its format belongs to one version of
 * Optimize, and it has more members than these.
 *
 * @insistsOn id, exportEntityType, sourceIndexVersion
 */
export interface EntityExport {
  readonly id: string
  /** `single_process_report`, `single_decision_report`, `combined_report` or `dashboard`. */
  readonly exportEntityType: string
  readonly name?: string | undefined
  readonly description?: string | null | undefined
  /** Version of the format. It must be that of the importing Optimize. */
  readonly sourceIndexVersion: Int
  readonly collectionId?: string | null | undefined
  /** Of reports. */
  readonly data?: JsonObject | undefined
  /** Of dashboards: the positions of the reports. */
  readonly reports?: readonly JsonObject[] | undefined
  /** Of dashboards. */
  readonly availableFilters?: readonly JsonObject[] | undefined
}
