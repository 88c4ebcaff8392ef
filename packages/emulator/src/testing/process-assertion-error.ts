/** A failed assertion about a process instance. Test runners show the difference between `actual` and `expected`. */
export class ProcessAssertionError extends Error {
  override name = 'ProcessAssertionError'
  readonly actual: unknown
  readonly expected: unknown

  constructor(message: string, actual: unknown, expected: unknown) {
    super(message)
    this.actual = actual
    this.expected = expected
  }
}
