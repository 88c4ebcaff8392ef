import { addImport, appendTo } from '../edit-code.ts'
import { pascal, words } from '../names.ts'
import type { Workspace } from '../workspace.ts'
import { answerType, bodyType, rowCode, type Style, typeNames, typesFile } from './code.ts'
import { addSubPath } from './manifest.ts'
import { toEntries } from './members.ts'
import type { Plan } from './plan.ts'
import { exampleOf } from './test-code.ts'
import { addMethod, addToClient, typesPath } from './wiring.ts'

const source = 'packages/modeler/src'
const requests = 'packages/modeler/test/requests.test.ts'
const style: Style = { missing: ['nullish', ' | null | undefined'], mark: '', paramType: () => 'string' }

export function addToModeler(workspace: Workspace, plan: Plan): void {
  const { file, resource, verb, params } = plan
  if (!workspace.has(`${source}/resources/${file}.ts`)) addResource(workspace, plan)
  addMethod(workspace, plan, resource, style)
  const hasSchemas = plan.body !== undefined || plan.answer !== 'none'
  if (hasSchemas) addSchemas(workspace, plan)
  workspace.edit(`${source}/operations/${file}.ts`, (text) => {
    const row = rowCode(plan, [`routes.${verb}`, ...(hasSchemas ? [`schemas.${verb}`] : [])], () => 'id')
    let next = appendTo(text, 'readonly Operation[] = [', row)
    if (params.length > 0) next = addImport(next, '../schemas/schema.ts', ['id'], 'value')
    if (hasSchemas) next = addImport(next, `../schemas/${file}.ts`, [`${resource} as schemas`], 'value')
    return next
  })
  workspace.edit(requests, (text) => addCall(text, plan))
  workspace.create(`packages/modeler/test/${typesFile(plan)}.test.ts`, testCode(plan))
}

function addSchemas(workspace: Workspace, plan: Plan): void {
  const { file, resource, verb, body, answer } = plan
  const taken = body && toEntries(body, 'optional')
  const given = Array.isArray(answer) ? toEntries(answer, style.missing[0]) : undefined
  const parts = [
    ...(taken ? [`body: request<${bodyType(plan)}>(${taken.code})`] : []),
    ...(given ? [`response: answer<${answerType(plan)}>(${given.code})`] : []),
    ...(answer === 'text' ? ['response: string()'] : []),
  ]
  const all = [taken, given, answer === 'text' ? { primitives: ['string'] } : undefined]
  const primitives = new Set(all.flatMap((part) => part?.primitives ?? []))
  const makers = [...(taken ? ['request'] : []), ...(given ? ['answer'] : [])]
  const types = typeNames(plan)
  workspace.edit(`${source}/schemas/${file}.ts`, (text) => {
    let next = appendTo(text, `export const ${resource}: Schemas`, `  ${verb}: { ${parts.join(', ')} },`)
    next = addImport(next, '@x/rest/validation', [...primitives], 'value')
    if (makers.length > 0) next = addImport(next, './schema.ts', makers, 'value')
    return types.length > 0 ? addImport(next, `.${typesPath(plan)}`, types, 'type') : next
  })
}

/** The table of all calls is in the order of the operations: resource by resource. */
function addCall(text: string, plan: Plan): string {
  const { call, path, sent } = exampleOf(plan, false)
  const row = `  '${plan.id}': [(m) => m.${call}, '${plan.method} ${path}'${sent ? `, ${sent}` : ''}],\n`
  const last = text.lastIndexOf(`\n  '${plan.resource}.`)
  const from = last < 0 ? text.indexOf('const calls') : last + 1
  const end = last < 0 ? text.indexOf('\n}\n', from) : from + text.slice(from).search(/\n( {2}'|\}\n)/)
  return `${text.slice(0, end + 1)}${row}${text.slice(end + 1)}`
}

function addResource(workspace: Workspace, plan: Plan): void {
  const { file, resource } = plan
  const type = pascal(resource)
  workspace.create(
    `${source}/resources/${file}.ts`,
    `import { type CallOptions, createMethods, type Transport } from '@x/rest'
import type { ModelerResourceOptions } from '../options.ts'
import { ${resource} as routes } from '../routes.ts'
import { transportFrom } from '../transport.ts'

/** ${pascal(words(resource))}. */
export interface ${type} {
}

/** Makes the resource from its options, or on a transport that others use too. */
export function create${type}(source: ModelerResourceOptions | Transport): ${type} {
  return createMethods(transportFrom(source), routes)
}
`,
  )
  workspace.create(
    `${source}/schemas/${file}.ts`,
    `import type { ${resource} as routes } from '../routes.ts'
import type { Schemas } from './schema.ts'

/** What goes in and out, by operation. */
export const ${resource}: Schemas<typeof routes> = {
}
`,
  )
  workspace.create(
    `${source}/operations/${file}.ts`,
    `import type { Operation } from '@x/rest'
import { ${resource} as routes } from '../routes.ts'

export const ${resource}: readonly Operation[] = [
]
`,
  )
  workspace.edit(`${source}/schemas.ts`, (text) =>
    addImport(
      appendTo(text, 'const resources = {', `  ${resource},`.trim()),
      `./schemas/${file}.ts`,
      [resource],
      'value',
    ),
  )
  addToClient(workspace, plan, { routes: resource, operations: resource, factory: `create${type}` })
  addSubPath(workspace, 'packages/modeler', file, `resources/${file}`)
}

function testCode(plan: Plan): string {
  const { id, answer } = plan
  const { call, path, sent, answered, given } = exampleOf(plan, false)
  const reply =
    answered === undefined
      ? '{ status: 204 }'
      : answer === 'text'
        ? `{ text: '${answered}', type: 'text/plain' }`
        : `{ json: ${answered} }`
  const body = sent === undefined ? 'body: undefined' : `body: ${sent}`
  const promised = Array.isArray(answer)
    ? `
test('${id} refuses an answer that is not as promised', async () => {
  const { modeler } = await clientOf(() => ({ json: 7 }))
  await expect(modeler.${call}).rejects.toMatchObject({ code: 'response_invalid', operation: '${id}' })
})
`
    : ''
  return `import { expect, test } from 'vitest'
import { clientOf } from './server.ts'

test('${id} sends what it was given, and gives what comes back', async () => {
  const { modeler, received } = await clientOf(() => (${reply}))
  expect(await modeler.${call}).toEqual(${given})
  expect(received).toMatchObject([{ method: '${plan.method}', path: '/api/v1${path}', ${body} }])
})
${promised}`
}
