import { addImport, appendTo } from '../edit-code.ts'
import { pascal, singular, words } from '../names.ts'
import type { Workspace } from '../workspace.ts'
import { rowCode, type Style, schemaCode, typeNames, typesFile } from './code.ts'
import { addSubPath } from './manifest.ts'
import type { Plan } from './plan.ts'
import { exampleOf } from './test-code.ts'
import { addMethod, addToClient, typesPath } from './wiring.ts'

const source = 'packages/console/src'
const style: Style = { missing: ['optional', ' | undefined'], mark: '', paramType: () => 'string' }

export function addToConsole(workspace: Workspace, plan: Plan): void {
  const { file, resource, verb, params } = plan
  if (!workspace.has(`${source}/resources/${file}.ts`)) addResource(workspace, plan)
  addMethod(workspace, plan, resource, style)
  addSchemas(workspace, plan)
  workspace.edit(`${source}/operations/${file}.ts`, (text) => {
    const row = rowCode(plan, [`routes.${verb}`, `schemas.${verb}`], () => 'string()')
    const next = appendTo(text, 'readonly Operation[] = [', row)
    return params.length > 0 ? addImport(next, 'valibot', ['string'], 'value') : next
  })
  workspace.create(`packages/console/test/${typesFile(plan)}.test.ts`, testCode(plan))
}

function addSchemas(workspace: Workspace, plan: Plan): void {
  const { file, resource, verb, body, answer } = plan
  const [taken, given] = [schemaCode(plan, 'Body', style), schemaCode(plan, 'Answer', style)]
  const response = answer === 'text' ? 'string()' : `${verb}Answer`
  const parts = [...(body ? [`body: ${verb}Body`] : []), ...(answer === 'none' ? [] : [`response: ${response}`])]
  const primitives = new Set([...taken.primitives, ...given.primitives, ...(answer === 'text' ? ['string'] : [])])
  const types = typeNames(plan)
  workspace.edit(`${source}/schemas/${file}.ts`, (text) => {
    let next = appendTo(text, `export const ${resource}Schemas`, `  ${verb}: { ${parts.join(', ')} },`)
    next = next.replace(`export const ${resource}Schemas`, (found) => taken.code + given.code + found)
    if (primitives.size > 0) next = addImport(next, '@x/rest/validation', [...primitives], 'value')
    if (types.length === 0) return next
    next = addImport(next, 'valibot', ['GenericSchema'], 'type')
    return addImport(next, `.${typesPath(plan)}`, types, 'type')
  })
}

function addResource(workspace: Workspace, plan: Plan): void {
  const { file, resource } = plan
  const [type, operations] = [pascal(resource), `${singular(resource)}Operations`]
  workspace.create(
    `${source}/resources/${file}.ts`,
    `import { type CallOptions, createMethods, type Transport } from '@x/rest'
import { ${resource} as routes } from '../routes.ts'

/** ${pascal(words(resource))}. */
export interface ${type} {
}

/** {@link ${type}} over a transport. */
export function ${resource}Over(transport: Transport): ${type} {
  return createMethods(transport, routes)
}
`,
  )
  workspace.create(
    `${source}/schemas/${file}.ts`,
    `import type { ${resource} as routes } from '../routes.ts'
import type { Schemas } from './schemas.ts'

export const ${resource}Schemas: Schemas<typeof routes> = {
}
`,
  )
  workspace.create(
    `${source}/operations/${file}.ts`,
    `import type { Operation } from '@x/rest'
import { ${resource} as routes } from '../routes.ts'
import { ${resource}Schemas as schemas } from '../schemas/${file}.ts'

export const ${operations}: readonly Operation[] = [
]
`,
  )
  workspace.create(
    `${source}/${file}.ts`,
    `import { type ${type}, ${resource}Over } from './resources/${file}.ts'
import { createConsoleTransport } from './transport.ts'
import type { ConsoleResourceOptions } from './types/options.ts'

export type { ${type} } from './resources/${file}.ts'
export type { ConsoleResourceOptions } from './types/options.ts'

/**
 * Makes a client of ${words(resource)} alone, for bundles that need no more. It brings no schemas: what goes in and out is
 * not checked.
 *
 * @throws RestError with code \`config_invalid\` that names the option.
 * @example
 * \`\`\`ts
 * import { create${type} } from '@x/console/${file}'
 *
 * const ${resource} = create${type}({ auth })
 * \`\`\`
 */
export function create${type}(options: ConsoleResourceOptions): ${type} {
  return ${resource}Over(createConsoleTransport(options))
}
`,
  )
  workspace.edit(`${source}/check.ts`, (text) =>
    addImport(
      appendTo(text, 'const resources = {', `  ${resource}: ${resource}Schemas,`),
      `./schemas/${file}.ts`,
      [`${resource}Schemas`],
      'value',
    ),
  )
  workspace.edit('packages/console/test/single-resource.test.ts', (text) =>
    addImport(
      appendTo(text, 'const factories = {', `  ${resource}: create${type},`),
      `../src/${file}.ts`,
      [`create${type}`],
      'value',
    ),
  )
  addToClient(workspace, plan, { routes: resource, operations, factory: `${resource}Over` })
  addSubPath(workspace, 'packages/console', file, file)
}

function testCode(plan: Plan): string {
  const { id, answer } = plan
  const { call, path, sent, answered, given } = exampleOf(plan, false)
  const type = answer === 'text' ? `type: 'text/csv', ` : ''
  const reply = answered === undefined ? '{}' : `{ ${type}body: '${answered}' }`
  const promised = Array.isArray(answer)
    ? `
it('refuses an answer that is not as promised', async () => {
  server.answer({ body: '7' })
  const call = createConsoleClient({ auth, baseUrl: server.url }).${call}
  await expect(call).rejects.toMatchObject({ code: 'response_invalid', operation: '${id}' })
})
`
    : ''
  return `import { afterAll, beforeAll, expect, it } from 'vitest'
import { createConsoleClient } from '../src/index.ts'
import { startServer, type TestServer } from './server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const auth = { headers: async () => ({ authorization: 'Bearer token-1' }) }

it('${id} sends what it was given, and gives what comes back', async () => {
  server.answer(${reply})
  const camunda = createConsoleClient({ auth, baseUrl: server.url })
  expect(await camunda.${call}).toEqual(${given})
  expect(server.seen).toMatchObject([{ method: '${plan.method}', path: '${path}', body: '${sent ?? ''}' }])
})
${promised}`
}
