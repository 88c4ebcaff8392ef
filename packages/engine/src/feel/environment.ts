/** What FEEL needs from the engine: its clock and its random numbers, so that runs are reproducible. */
export interface FeelEnvironment {
  /** The engine's time in milliseconds since 1970, for `now()`, `today()` and `uuid()`. */
  now(): number
  /** A number from 0 up to but not including 1 from the engine's seeded generator, for `random number()` and `uuid()`. */
  random(): number
}
