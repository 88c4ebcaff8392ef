import type { CallOptions, DateTime } from '@x/rest'

/** The license of the cluster. */
export interface License {
  /**
   * Returns whether the cluster has a valid license, and until when. It works without a token.
   *
   * @operation GET /license
   * @since 8.6
   * @unauthenticated
   *
   * @example
   * const { validLicense, expiresAt } = await camunda.license.get()
   * if (!validLicense) console.warn('No valid license', expiresAt)
   */
  get(options?: CallOptions): Promise<LicenseInfo>
}

/** The license of a cluster. */
export interface LicenseInfo {
  readonly validLicense: boolean
  /** Such as `saas`. */
  readonly licenseType: string
  /** False for a license that allows non-commercial use only. */
  readonly isCommercial: boolean
  /** Null if the license has no such date. */
  readonly expiresAt: DateTime | null
}
