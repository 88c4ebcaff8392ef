/** valibot hands the config of one parse down to every schema, so that one table serves the lenient and the strict mode. */
export interface CheckConfig {
  readonly strict: boolean
  /** After so many issues no further items or members are looked at: a response may have millions. */
  readonly mostIssues?: number
}

/** The limit of the parse that a config belongs to. */
export function mostIssuesOf(config: object): number {
  return (config as Partial<CheckConfig>).mostIssues ?? Number.POSITIVE_INFINITY
}

export function isStrict(config: object): boolean {
  return (config as Partial<CheckConfig>).strict === true
}
