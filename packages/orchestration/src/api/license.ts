import type { CallOptions, DateTime } from '@x/rest'

/** TODO(words) */
export interface License {
  /**
   * TODO(words)
   *
   * @operation GET /license
   * @since 8.6
   */
  get(options?: CallOptions): Promise<LicenseInfo>
}

export interface LicenseInfo {
  readonly validLicense: boolean
  readonly licenseType: string
  readonly isCommercial: boolean
  readonly expiresAt: DateTime | null
}
