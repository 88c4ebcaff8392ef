import type { OpenApi, SpecName } from './specs.ts'

/** One fault of a file, and no more than that. Throws when the fault is not there: then the correction can go. */
type Correction = (spec: OpenApi) => void

const corrections: Record<SpecName, readonly Correction[]> = {
  'console-openapi.yaml': [
    // Declared as JSON that is one string; the server sends the CSV itself.
    (spec) => {
      const answer = spec.paths['/activity/csv']?.get?.responses['200']
      const declared = answer?.content?.['application/json']
      if (!answer || !declared) throw gone('/activity/csv')
      answer.content = { 'text/csv': declared }
    },
  ],
  'operate-v1-openapi.yaml': [
    // Sort values are declared as objects; they are whatever was sorted by: strings, numbers, booleans.
    (spec) => {
      const lists = Object.values(spec.components.schemas).flatMap(({ properties }) =>
        [properties?.sortValues, properties?.searchAfter].filter((list) => list !== undefined),
      )
      if (lists.length === 0) throw gone('sortValues and searchAfter')
      for (const list of lists) list.items = {}
    },
    // Declared as any media type; it is JSON, and prism has no JSON for a client that accepts nothing else.
    (spec) => {
      const answer = spec.paths['/v1/process-instances/{key}/sequence-flows']?.get?.responses['200']
      const declared = answer?.content?.['*/*']
      if (!answer || !declared) throw gone('sequence-flows')
      answer.content = { 'application/json': declared }
    },
    // Declared as a whole process instance; it is the key of one.
    (spec) => {
      const { properties } = spec.components.schemas.ProcessInstance ?? {}
      if (!properties?.parentKey || !('$ref' in (properties.parentProcessInstanceKey ?? {}))) {
        throw gone('parentProcessInstanceKey')
      }
      properties.parentProcessInstanceKey = properties.parentKey
    },
  ],
  'web-modeler-v1-openapi.json': [],
  'web-modeler-v1-additions-openapi.yaml': [],
}

/** Changes `spec`, which is the file `name`, and returns it. */
export function correct(name: SpecName, spec: OpenApi): OpenApi {
  for (const correction of corrections[name]) correction(spec)
  return spec
}

const gone = (what: string) => new Error(`The fault of ${what} is no longer in the file; remove its correction.`)
