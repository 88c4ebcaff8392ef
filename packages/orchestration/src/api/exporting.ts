import type { CallOptions, OpenEnum } from '@x/rest'

/**
 * Exporting, which copies the records of the engine to the secondary storage. While it is paused, the log of the engine
 * grows, and searches return old data unless the pause is soft. Everything here applies to the physical tenant of the
 * client.
 */
export interface Exporting {
  /**
   * Returns whether records are exported, over all replicas of all partitions.
   *
   * @operation GET /exporting
   * @permission EXPORTER PAUSE
   * @since 8.10
   */
  getStatus(options?: CallOptions): Promise<ExportingStatus>

  /**
   * Pauses exporting on all partitions. Poll `getStatus` until it is `PAUSED` or `SOFT_PAUSED`.
   *
   * @operation POST /exporting/pause
   * @permission EXPORTER PAUSE
   * @since 8.10
   * @throws {ApiError} 503 if a partition cannot be reached
   *
   * @example
   * await camunda.exporting.pause({ soft: true })
   * const { status } = await camunda.exporting.getStatus()
   * console.log(status === 'SOFT_PAUSED' ? 'paused' : 'not yet paused everywhere')
   */
  pause(query?: PauseExportingQuery, options?: CallOptions): Promise<void>

  /**
   * Resumes exporting on all partitions, from the last committed position.
   *
   * @operation POST /exporting/resume
   * @permission EXPORTER PAUSE
   * @since 8.10
   * @throws {ApiError} 503 if a partition cannot be reached
   */
  resume(options?: CallOptions): Promise<void>
}

/** State of exporting. */
export interface ExportingStatus {
  readonly status: OpenEnum<ExportingStatusCode>
}

/**
 * States of exporting. `SOFT_PAUSED`: records are exported, but the position is not committed, so the log is kept.
 * `MIXED`: the state differs between replicas, because a change is in progress or failed on some.
 */
export type ExportingStatusCode = 'EXPORTING' | 'PAUSED' | 'SOFT_PAUSED' | 'MIXED'

/** Options of a pause. */
export interface PauseExportingQuery {
  /** True to keep exporting without committing the position, so the log is kept. @defaultValue false */
  readonly soft?: boolean | undefined
}
