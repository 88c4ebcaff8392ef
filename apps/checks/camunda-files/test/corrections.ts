import type { OpenApi, OpenApiOperation, OpenApiSchema, SpecName } from './specs.ts'

/**
 * Corrects exactly one mistake of a file. Throws if the mistake is not there, so that the correction can be removed.
 */
type Correction = (spec: OpenApi) => void

/** Prism reads each part of a form as text: it supports neither several files with one name nor JSON. */
const formsAsTheyAre: Correction = (spec) => {
  const operations = Object.values(spec.paths).flatMap(Object.values<OpenApiOperation>)
  const forms = operations.flatMap(({ requestBody }) => {
    const schema = requestBody?.content?.['multipart/form-data']?.schema
    return (schema?.$ref ? spec.components.schemas[schema.$ref.split('/').at(-1) as string] : schema) ?? []
  })
  if (forms.length === 0) throw gone('forms')
  for (const form of forms) {
    for (const [name, { type }] of Object.entries(form.properties ?? {})) {
      if (type !== 'string' && form.properties) form.properties[name] = {}
    }
  }
}

/** For the Orchestration Cluster API, in each of its versions. */
const ofOrchestration: readonly Correction[] = [
  // Options overlap: a limit alone fits each kind of page, and all kinds of keys look alike.
  (spec) => {
    const unions = schemasOf(spec).filter(({ oneOf }) => oneOf !== undefined)
    if (unions.length === 0) throw gone('oneOf')
    for (const union of unions) {
      union.anyOf = union.oneOf
      delete union.oneOf
    }
  },
  // Closed, although another schema adds members, which are then unknown.
  (spec) => {
    const closed = schemasOf(spec).filter((schema) => schema.additionalProperties === false && schema.allOf)
    if (closed.length === 0) throw gone('additionalProperties')
    for (const schema of closed) delete schema.additionalProperties
  },
  // The base schema of keys has a pattern and no example, so prism's own responses are invalid.
  (spec) => {
    const { LongKey } = spec.components.schemas
    if (!LongKey || LongKey.example !== undefined) throw gone('LongKey')
    LongKey.example = '2251799813685249'
  },
  formsAsTheyAre,
]

const corrections: Record<SpecName, readonly Correction[]> = {
  'orchestration-v2/8.9/rest-api.yaml': [
    ...ofOrchestration,
    // Added in 8.9.14, so a client for 8.9 does not send it.
    (spec) => {
      const { ProcessDefinitionFilter } = spec.components.schemas
      if (!ProcessDefinitionFilter?.properties?.state) throw gone('ProcessDefinitionFilter.state')
      delete ProcessDefinitionFilter.properties.state
    },
    // Declared as a string, but it is the script itself, which is a JSON object.
    (spec) => {
      const answer = spec.paths['/v2/resources/{resourceKey}/content']?.get?.responses['200']
      const declared = answer?.content?.['application/json']
      if (!answer || declared?.schema.type !== 'string') throw gone('resources content')
      answer.content = { 'application/json': { schema: { type: 'object', additionalProperties: true } } }
    },
  ],
  'orchestration-v2/8.10/rest-api.yaml': ofOrchestration,
  'hub-v2/camunda-openapi-self-managed.yaml': [formsAsTheyAre],
  'tasklist-v1-openapi.yaml': [
    // Declared as a cookie and a token, but either of them is enough.
    (spec) => {
      if (spec.security?.length !== 1) throw gone('security')
      spec.security = Object.keys(spec.security[0] ?? {}).map((scheme) => ({ [scheme]: [] }))
    },
    // Declared with content, which a 204 cannot have.
    (spec) => {
      const answer = spec.paths['/v1/tasks/{taskId}/variables']?.post?.responses['204']
      if (!answer?.content) throw gone('content of a 204')
      delete answer.content
    },
  ],
  'optimize-openapi.yaml': [],
  'console-openapi.yaml': [
    // Declared as JSON with a single string, but the server sends the CSV itself.
    (spec) => {
      const answer = spec.paths['/activity/csv']?.get?.responses['200']
      const declared = answer?.content?.['application/json']
      if (!answer || !declared) throw gone('/activity/csv')
      answer.content = { 'text/csv': declared }
    },
  ],
  'operate-v1-openapi.yaml': [
    // Sort values are declared as objects, but they have the types of the sorted members: strings, numbers, booleans.
    (spec) => {
      const lists = Object.values(spec.components.schemas).flatMap(({ properties }) =>
        [properties?.sortValues, properties?.searchAfter].filter((list) => list !== undefined),
      )
      if (lists.length === 0) throw gone('sortValues and searchAfter')
      for (const list of lists) list.items = {}
    },
    // Declared with any media type, but it is JSON, and prism has no JSON for a client that accepts nothing else.
    (spec) => {
      const answer = spec.paths['/v1/process-instances/{key}/sequence-flows']?.get?.responses['200']
      const declared = answer?.content?.['*/*']
      if (!answer || !declared) throw gone('sequence-flows')
      answer.content = { 'application/json': declared }
    },
    // Declared as a whole process instance, but it is the key of one.
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

/** Changes `spec`, the content of the file `name`, and returns it. */
export function correct(name: SpecName, spec: OpenApi): OpenApi {
  for (const correction of corrections[name]) correction(spec)
  return spec
}

/** Returns all schemas of a file, including nested ones. */
function schemasOf(node: unknown): OpenApiSchema[] {
  if (typeof node !== 'object' || node === null) return []
  return [node as OpenApiSchema, ...Object.values(node).flatMap(schemasOf)]
}

const gone = (what: string) => new Error(`The fault of ${what} is no longer in the file; remove its correction.`)
