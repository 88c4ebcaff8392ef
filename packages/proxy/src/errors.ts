/**
 * An option of this package is missing or invalid. This is the only error that it throws: failures of a request are
 * reported in the response and in the event.
 */
export class ProxyConfigError extends Error {
  override name = 'ProxyConfigError' // a literal: minifiers rename `constructor.name`
  /** Always true. Use it where `instanceof` fails because there are two copies of the package. */
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
