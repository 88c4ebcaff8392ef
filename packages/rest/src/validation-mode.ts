import { RestError } from './errors.ts'
import type { ValidationMode } from './options.ts'

/** @throws {@link RestError} with code `config_invalid` for anything but a mode, such as `false` out of plain JavaScript. */
export function checkMode(mode: ValidationMode): ValidationMode {
  if (/^(lenient|strict|off)$/.test(mode)) return mode
  throw new RestError('config_invalid', "`validate` must be 'lenient', 'strict' or 'off'")
}
