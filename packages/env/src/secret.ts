const REDACTED = '[redacted]'

// Not a #private field: debuggers and the consoles of Chromium print those, a WeakMap of the module they do not.
const values = new WeakMap<Secret, string>()

/**
 * A text that does not show itself: in template strings, `JSON.stringify`, `console.log` and `util.inspect` it reads
 * `[redacted]`, and `structuredClone` makes an empty object of it. Only {@link Secret.reveal} gives the text.
 *
 * @example
 * const secret = new Secret('s3cret')
 * console.log(`${secret}`, JSON.stringify({ secret })) // [redacted] {"secret":"[redacted]"}
 * secret.reveal() // 's3cret'
 */
export class Secret {
  static {
    // Node, Bun and Deno all ask for this name.
    Object.assign(Secret.prototype, { [Symbol.for('nodejs.util.inspect.custom')]: () => REDACTED })
  }

  constructor(value: string) {
    values.set(this, value)
  }

  /** The text itself. Call it where the text is used, and keep the result nowhere. */
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
