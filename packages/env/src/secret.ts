const REDACTED = '[redacted]'

// Not a #private field: debuggers and Chromium's console print those, but not a WeakMap of the module.
const values = new WeakMap<Secret, string>()

/**
 * A string that does not show itself: template strings, `JSON.stringify`, `console.log` and `util.inspect` print
 * `[redacted]`, and `structuredClone` returns an empty object. Only {@link Secret.reveal} returns the string.
 *
 * @example
 * const secret = new Secret('s3cret')
 * console.log(`${secret}`, JSON.stringify({ secret })) // [redacted] {"secret":"[redacted]"}
 * secret.reveal() // 's3cret'
 */
export class Secret {
  static {
    // Node, Bun and Deno all look for this name.
    Object.assign(Secret.prototype, { [Symbol.for('nodejs.util.inspect.custom')]: () => REDACTED })
  }

  constructor(value: string) {
    values.set(this, value)
  }

  /** Returns the string itself. Call it where you need the string, and don't store the result. */
  reveal(): string {
    return values.get(this) as string
  }

  toString(): string {
    return REDACTED
  }

  toJSON(): string {
    return REDACTED
  }
}
