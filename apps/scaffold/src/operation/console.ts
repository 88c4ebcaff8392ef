import { addImport, appendTo } from '../edit-code.ts'
import { pascal, singular, words } from '../names.ts'
import type { Workspace } from '../workspace.ts'
import {
  answerType,
  bodyType,
  methodCode,
  routeCode,
  rowCode,
  type Style,
  schemaCode,
  typeNames,
  typesCode,
  typesFile,
} from './code.ts'
import { addSubPath } from './manifest.ts'
import type { Plan } from './plan.ts'
import { exampleOf } from './test-code.ts'

const source = 'packages/console/src'
const style: Style = { missing: ['optional', ' | undefined'], mark: '', paramType: () => 'string' }

export function addToConsole(workspace: Workspace, plan: Plan): void {
  const { file, resource, verb, body, answer, params } = plan
  const resourceFile = `${source}/resources/${file}.ts`
  if (!workspace.has(resourceFile)) addResource(workspace, plan)
  const types = typeNames(plan)
  const typesPath = `./types/${typesFile(plan)}.ts`

  workspace.edit(`${source}/routes.ts`, (text) => appendTo(text, `export const ${resource} = {`, routeCode(plan)))
  workspace.edit(resourceFile, (text) => {
    const next = appendTo(text, 'export interface ', methodCode(plan, style))
    return types.length > 0 ? addImport(next, `.${typesPath}`, types, 'type') : next
  })
  if (types.length > 0) {
    workspace.create(`${source}/types/${typesFile(plan)}.ts`, typesCode(plan, style))
    const line = `export type { ${types.join(', ')} } from '${typesPath}'\n`
    workspace.edit(`${source}/index.ts`, (text) => text + line)
    workspace.edit(`${source}/${file}.ts`, (text) => text.replace('\n\n', `\n\n${line}`))
  }
  workspace.edit(`${source}/schemas/${file}.ts`, (text) => {
    const parts = [schemaCode(plan, 'Body', style), schemaCode(plan, 'Answer', style)]
    const response = answer === 'text' ? 'string()' : `${verb}Answer`
    const entry = [...(body ? [`body: ${verb}Body`] : []), ...(answer === 'none' ? [] : [`response: ${response}`])]
    const line = entry.length > 0 ? `{ ${entry.join(', ')} }` : '{}'
    let next = appendTo(text, `export const ${resource}Schemas`, `  ${verb}: ${line},`)
    next = next.replace(`export const ${resource}Schemas`, (found) => parts.map(({ code }) => code).join('') + found)
    const primitives = [...parts.flatMap(({ primitives }) => primitives), ...(answer === 'text' ? ['string'] : [])]
    if (primitives.length > 0) next = addImport(next, '@x/rest/validation', [...new Set(primitives)], 'value')
    if (types.length === 0) return next
    next = addImport(next, 'valibot', ['GenericSchema'], 'type')
    return addImport(
      next,
      `.${typesPath}`,
      [...(body ? [bodyType(plan)] : []), ...(Array.isArray(answer) ? [answerType(plan)] : [])],
      'type',
    )
  })
  workspace.edit(`${source}/operations/${file}.ts`, (text) => {
    const row = rowCode(plan, [`routes.${verb}`, `schemas.${verb}`], () => 'string()')
    const next = appendTo(text, 'readonly Operation[] = [', row)
    return params.length > 0 ? addImport(next, 'valibot', ['string'], 'value') : next
  })
  workspace.create(`packages/console/test/${typesFile(plan)}.test.ts`, testCode(plan))
}

function addResource(workspace: Workspace, { file, resource }: Plan): void {
  const [type, operations] = [pascal(resource), `${singular(resource)}Operations`]
  workspace.edit(`${source}/routes.ts`, (text) => `${text}\nexport const ${resource} = {\n} as const\n`)
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
  workspace.edit(`${source}/operations.ts`, (text) =>
    addImport(
      appendTo(text, 'readonly Operation[] = [', `  ...${operations},`),
      `./operations/${file}.ts`,
      [operations],
      'value',
    ),
  )
  workspace.edit(`${source}/client.ts`, (text) => {
    const typed = appendTo(text, 'export interface ConsoleClient {', `  readonly ${resource}: ${type}`)
    const made = appendTo(typed, '  return {', `    ${resource}: ${resource}Over(transport),`)
    return addImport(made, `./resources/${file}.ts`, [`type ${type}`, `${resource}Over`], 'value')
  })
  workspace.edit(`${source}/index.ts`, (text) => `${text}export type { ${type} } from './resources/${file}.ts'\n`)
  workspace.edit('packages/console/test/single-resource.test.ts', (text) =>
    addImport(
      appendTo(text, 'const factories = {', `  ${resource}: create${type},`),
      `../src/${file}.ts`,
      [`create${type}`],
      'value',
    ),
  )
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
