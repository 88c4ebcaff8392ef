import { Problem, problemResponse as respond } from '../problem.ts'

export const notFound = (what: string, id: string): Problem => new Problem(404, `${what} ${id} was not found.`)

/** @param errors - in the server's words, for example `name: 'must not be blank'`. */
export const validationFailed = (errors: readonly string[]): Problem =>
  new Problem(400, `Request validation failed with the following errors: [${errors.join(', ')}].`)

/** Web Modeler sends its problem documents as plain JSON. */
export function problemResponse(problem: Problem, instance: string, headers: Record<string, string> = {}): Response {
  return respond(problem, instance, { 'content-type': 'application/json; charset=utf-8', ...headers })
}
