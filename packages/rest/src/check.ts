import type { Route } from './operation.ts'
import type { Part } from './validation-error.ts'

/** Gives the value, possibly normalised, or throws a `ValidationError`. `createCheck` of `@x/rest/validation` makes one. */
export type Check = (route: Route, part: Part, value: unknown) => unknown
