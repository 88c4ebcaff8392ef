import type { CallOptions } from '@x/rest'

/** Whether reports and dashboards can be shared by a link, for the whole installation. */
export interface Sharing {
  /**
   * Allows sharing. Links that were shared before work again. From then on, this setting overrides the configuration
   * files of Optimize.
   *
   * @operation POST /public/share/enable
   */
  enable(options?: CallOptions): Promise<void>

  /**
   * Forbids sharing. Links that were shared before no longer work. From then on, this setting overrides the
   * configuration files of Optimize.
   *
   * @operation POST /public/share/disable
   */
  disable(options?: CallOptions): Promise<void>
}
