/** Stops an evaluation because the condition of `assert()` is not met. */
export class AssertionError extends Error {
  override name = 'AssertionError'
}
