import { toSample } from './members.ts'
import type { Plan } from './plan.ts'

/** What a test of the operation sends and expects: the same for all APIs. */
export interface Example {
  /** `processInstances.suspend('2251799813685249', { reason: 'text' })` without the client. */
  readonly call: string
  /** The path with its parameters as they have to come over the wire. */
  readonly path: string
  /** JSON of the body; undefined where there is none. */
  readonly sent: string | undefined
  /** The answer's body; undefined where there is none. */
  readonly answered: string | undefined
  /** Code of what the method then gives. */
  readonly given: string
}

const KEY = '2251799813685249'

export function exampleOf({ id, path, params, body, answer }: Plan, keyed: boolean): Example {
  const sample = (name: string): string => (keyed && name === 'key' ? KEY : `${name} a/b`)
  const sent = body && toSample(body)
  const got = Array.isArray(answer) ? toSample(answer) : undefined
  return {
    call: `${id}(${[...params.map((name) => `'${sample(name)}'`), ...(sent ? [sent.value] : [])].join(', ')})`,
    path: path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(sample(name))),
    sent: sent?.wire,
    answered: got?.wire ?? (answer === 'text' ? 'a,b' : undefined),
    given: got?.value ?? (answer === 'text' ? `'a,b'` : 'undefined'),
  }
}
