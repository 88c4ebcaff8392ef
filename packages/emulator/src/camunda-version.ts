export const VERSIONS = ['8.6', '8.7', '8.8', '8.9', '8.10'] as const

/** A version of Camunda 8 that can be emulated. */
export type CamundaVersion = (typeof VERSIONS)[number]

/** The version of a cluster if none is set. */
export const DEFAULT_VERSION: CamundaVersion = '8.9'

/**
 * The number after `8.`, so that 8.10 is newer than 8.9.
 *
 * @throws TypeError that names the option
 */
export function readMinor(version: string, option = 'version', versions: readonly string[] = VERSIONS): number {
  if (versions.includes(version)) return Number(version.slice('8.'.length))
  throw new TypeError(`${option} must be one of ${versions.join(', ')}.`)
}
