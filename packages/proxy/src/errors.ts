/**
 * An option of this package is missing or invalid. The only error it throws: what fails in a request is reported in the
 * response and in the event.
 */
export class ProxyConfigError extends Error {
  override name = 'ProxyConfigError' // spelled out: minifiers rename `constructor.name`
  /** Survives two copies of this package, where `instanceof` does not. */
  readonly isProxyConfigError: true = true
  readonly code = 'config_invalid' as const
  /** Name of the option, for example `apis.operate.baseUrl`. */
  readonly option: string

  constructor(option: string, rule: string) {
    super(`\`${option}\` must ${rule}`)
    this.option = option
  }
}

/** @throws {@link ProxyConfigError} unless `valid`. */
export function must(valid: unknown, option: string, rule: string): asserts valid {
  if (!valid) throw new ProxyConfigError(option, rule)
}
