import type { CallOptions, OpenEnum } from '@x/rest'

/** TODO(words) */
export interface Exporting {
  /**
   * TODO(words)
   *
   * @operation GET /exporting
   * @permission EXPORTER PAUSE
   * @since 8.10
   */
  getStatus(options?: CallOptions): Promise<ExportingStatus>

  /**
   * TODO(words)
   *
   * @operation POST /exporting/pause
   * @permission EXPORTER PAUSE
   * @since 8.10
   */
  pause(query?: PauseExportingQuery, options?: CallOptions): Promise<void>

  /**
   * TODO(words)
   *
   * @operation POST /exporting/resume
   * @permission EXPORTER PAUSE
   * @since 8.10
   */
  resume(options?: CallOptions): Promise<void>
}

export interface ExportingStatus {
  readonly status: OpenEnum<ExportingStatusCode>
}

export type ExportingStatusCode = 'EXPORTING' | 'PAUSED' | 'SOFT_PAUSED' | 'MIXED'

export interface PauseExportingQuery {
  readonly soft?: boolean | undefined
}
