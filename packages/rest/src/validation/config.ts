/** valibot hands the config of one parse down to every schema, so that one table serves the lenient and the strict mode. */
export interface CheckConfig {
  readonly strict: boolean
}

export function isStrict(config: object): boolean {
  return (config as Partial<CheckConfig>).strict === true
}
