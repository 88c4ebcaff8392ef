import type { OpenApi, OpenApiSchema, SpecName } from './specs.ts'

/** One fault of a file, and no more than that. Throws when the fault is not there: then the correction can go. */
type Correction = (spec: OpenApi) => void

const corrections: Record<SpecName, readonly Correction[]> = {
  'orchestration-v2/8.10/rest-api.yaml': [
    // Options overlap: a limit alone is each kind of page, and all kinds of keys look alike.
    (spec) => {
      const unions = schemasOf(spec).filter(({ oneOf }) => oneOf !== undefined)
      if (unions.length === 0) throw gone('oneOf')
      for (const union of unions) {
        union.anyOf = union.oneOf
        delete union.oneOf
      }
    },
    // Closed, although members come from another schema too, which are then unknown.
    (spec) => {
      const closed = schemasOf(spec).filter((schema) => schema.additionalProperties === false && schema.allOf)
      if (closed.length === 0) throw gone('additionalProperties')
      for (const schema of closed) delete schema.additionalProperties
    },
    // What keys are made of has a pattern and no example, so that prism's own responses are not valid.
    (spec) => {
      const { LongKey } = spec.components.schemas
      if (!LongKey || LongKey.example !== undefined) throw gone('LongKey')
      LongKey.example = '2251799813685249'
    },
    // Prism reads each part of a form as text: neither several files of one name nor JSON.
    (spec) => {
      const forms = Object.values(spec.paths).flatMap(({ post }) => {
        const schema = post?.requestBody?.content['multipart/form-data']?.schema
        return schema ? [schema] : []
      })
      if (forms.length === 0) throw gone('forms')
      for (const form of forms) {
        for (const [name, { type }] of Object.entries(form.properties ?? {})) {
          if (type !== 'string' && form.properties) form.properties[name] = {}
        }
      }
    },
  ],
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

/** All schemas of a file, those in others too. */
function schemasOf(node: unknown): OpenApiSchema[] {
  if (typeof node !== 'object' || node === null) return []
  return [node as OpenApiSchema, ...Object.values(node).flatMap(schemasOf)]
}

const gone = (what: string) => new Error(`The fault of ${what} is no longer in the file; remove its correction.`)
