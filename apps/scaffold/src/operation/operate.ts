import { addImport, appendTo } from '../edit-code.ts'
import { pascal, singular, words } from '../names.ts'
import { ScaffoldError, type Workspace } from '../workspace.ts'
import { methodCode, routeCode, rowCode, type Style, schemaCode, typeNames, typesCode, typesFile } from './code.ts'
import { addSubPath } from './manifest.ts'
import type { Plan } from './plan.ts'
import { exampleOf } from './test-code.ts'

const source = 'packages/operate/src'
const style: Style = {
  missing: ['maybe', ' | undefined'],
  mark: 'readonly ',
  paramType: (name) => (name === 'key' ? 'KeyInput' : 'string'),
}

export function addToOperate(workspace: Workspace, plan: Plan): void {
  const { file, resource, verb, body, answer, params } = plan
  const files = {
    resource: `${source}/resources/${file}.ts`,
    answers: `${source}/answers/${file}.ts`,
    operations: `${source}/operations/${file}.ts`,
    types: `./types/${typesFile(plan)}.ts`,
  }
  if (!workspace.has(files.resource)) addResource(workspace, plan)
  const routes = /import \{ (\w+) as routes \}/.exec(workspace.read(files.resource))?.[1] ?? ''
  const answers = routes.replace(/Routes$/, 'Answers')
  const types = typeNames(plan)

  workspace.edit(`${source}/routes.ts`, (text) => appendTo(text, `export const ${routes} = {`, routeCode(plan)))
  workspace.edit(files.resource, (text) => {
    let next = appendTo(text, 'export interface ', methodCode(plan, style, '/v1'))
    if (params.includes('key')) next = addImport(next, '../key.ts', ['KeyInput'], 'type')
    return types.length > 0 ? addImport(next, `.${files.types}`, types, 'type') : next
  })
  if (types.length > 0) {
    workspace.create(`${source}/types/${typesFile(plan)}.ts`, typesCode(plan, style))
    const line = `export type { ${types.join(', ')} } from '${files.types}'\n`
    workspace.edit(`${source}/index.ts`, (text) => text + line)
    workspace.edit(`${source}/${file}.ts`, (text) => text.replace('\n\n', `\n\n${line}`))
  }
  if (answer !== 'none') {
    if (!workspace.has(files.answers)) addAnswers(workspace, file, answers)
    const { code, primitives } = schemaCode(plan, 'Answer', style)
    const local = primitives.filter((name) => name === 'maybe')
    workspace.edit(files.answers, (text) => {
      let next = text.replace(/Answers<([^>]*)>/, (_, verbs: string) =>
        verbs === 'never' ? `Answers<'${verb}'>` : `Answers<${verbs} | '${verb}'>`,
      )
      const response = answer === 'text' ? 'string()' : `${verb}Answer`
      next = next.replace(`export const ${answers}`, () => `${code}export const ${answers}`)
      next = appendTo(next, `export const ${answers}`, `  ${verb}: { ...routes.${verb}, response: ${response} },`)
      next = addImport(next, '../routes.ts', [`${routes} as routes`], 'value')
      if (local.length > 0) next = addImport(next, './answers.ts', local, 'value')
      const shared = answer === 'text' ? ['string'] : primitives.filter((name) => name !== 'maybe')
      next = addImport(next, '@x/rest/validation', shared, 'value')
      if (answer === 'text') return next
      next = addImport(next, 'valibot', ['GenericSchema'], 'type')
      return addImport(next, `.${files.types}`, [`${plan.typeName}Result`], 'type')
    })
  }
  workspace.edit(files.operations, (text) => {
    const shared = !plan.permission && /^const permission = /m.test(text) ? ['permission'] : []
    if (!plan.permission && shared.length === 0) throw new ScaffoldError(`${resource} needs a --permission.`)
    const from = answer === 'none' ? `routes.${verb}` : `answers.${verb}`
    const param = (name: string): string => (name === 'key' ? 'key()' : 'string()')
    const { code, primitives } = schemaCode(plan, 'Body', style)
    const row = rowCode(plan, [from, 'lifetime'], param, [...shared, ...(body ? [`body: ${verb}Body`] : [])])
    let next = appendTo(text, 'readonly Operation[] = [', row)
    next = next.replace(/^export const /m, () => `${code}export const `)
    next =
      answer === 'none'
        ? addImport(next, '../routes.ts', [`${routes} as routes`], 'value')
        : addImport(next, `../answers/${file}.ts`, [`${answers} as answers`], 'value')
    const needed = [...primitives, ...(params.includes('key') ? ['key'] : [])]
    // Some files have `string` from valibot already.
    const stringFrom = /\bstring\b[^}]*\} from 'valibot'/.test(next) ? 'valibot' : '@x/rest/validation'
    if (params.some((name) => name !== 'key')) next = addImport(next, stringFrom, ['string'], 'value')
    const rest = needed.filter((name) => name !== 'string' || stringFrom !== 'valibot')
    if (rest.length > 0) next = addImport(next, '@x/rest/validation', rest, 'value')
    if (!body) return next
    next = addImport(next, 'valibot', ['GenericSchema'], 'type')
    return addImport(next, `.${files.types}`, [`${plan.typeName}Body`], 'type')
  })
  workspace.create(`packages/operate/test/${typesFile(plan)}.test.ts`, testCode(plan))
}

function addResource(workspace: Workspace, { file, resource, permission }: Plan): void {
  const [type, one] = [pascal(resource), singular(resource)]
  const [routes, operations] = [`${one}Routes`, `${one}Operations`]
  const about = `${pascal(words(resource))}.`
  workspace.edit(`${source}/routes.ts`, (text) => `${text}\nexport const ${routes} = {\n} as const\n`)
  workspace.create(
    `${source}/resources/${file}.ts`,
    `import { type CallOptions, createMethods } from '@x/rest'
import type { OperateTransport } from '../operate-transport.ts'
import { ${routes} as routes } from '../routes.ts'

/** ${about} */
export interface ${type} {
}

export function ${resource}Over(transport: OperateTransport): ${type} {
  return createMethods(transport, routes)
}
`,
  )
  workspace.create(
    `${source}/operations/${file}.ts`,
    `import type { Operation } from '@x/rest'
import { lifetime } from './lifetime.ts'

export const ${operations}: readonly Operation[] = [
]
`,
  )
  workspace.create(
    `${source}/${file}.ts`,
    `import { createOperateTransport } from './operate-transport.ts'
import { type ${type}, ${resource}Over } from './resources/${file}.ts'
import type { OperateResourceOptions } from './types/options.ts'

export type { OperateResourceOptions, ${type} }

/**
 * Makes a client of ${words(resource)} alone, for bundles that need no more. It brings no schemas: answers come as the
 * server sent them, 64-bit keys exact as ever.
 *
 * @throws \`RestError\` with code \`config_invalid\` when an option is missing or malformed
 * @example
 * import { create${type} } from '@x/operate/${file}'
 *
 * const ${resource} = create${type}({ auth, baseUrl })
 */
export function create${type}(options: OperateResourceOptions): ${type} {
  return ${resource}Over(createOperateTransport(options))
}
`,
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
    const typed = appendTo(text, 'export interface OperateClient {', `  readonly ${resource}: ${type}`)
    const made = appendTo(typed, '  return {', `    ${resource}: ${resource}Over(transport),`)
    return addImport(made, `./resources/${file}.ts`, [`type ${type}`, `${resource}Over`], 'value')
  })
  workspace.edit(`${source}/index.ts`, (text) => `${text}export type { ${type} } from './resources/${file}.ts'\n`)
  addSubPath(workspace, 'packages/operate', file, file)
  if (!permission) throw new ScaffoldError(`${resource} is a new resource: it needs a --permission.`)
}

/** A resource whose operations give nothing has no answers to check. */
function addAnswers(workspace: Workspace, file: string, answers: string): void {
  workspace.create(
    `${source}/answers/${file}.ts`,
    `import type { Answers } from './answers.ts'\n\nexport const ${answers}: Answers<never> = {\n}\n`,
  )
  workspace.edit(`${source}/answers.ts`, (text) =>
    addImport(
      appendTo(text, 'readonly Answer[] = [', `  ...Object.values(${answers}),`),
      `./answers/${file}.ts`,
      [answers],
      'value',
    ),
  )
}

function testCode(plan: Plan): string {
  const { id, answer } = plan
  const { call, path, sent, answered, given } = exampleOf(plan, true)
  const type = answer === 'text' ? `type: 'text/plain', ` : ''
  const promised = Array.isArray(answer)
    ? `
test('${id} refuses an answer that is not as promised', async () => {
  const { baseUrl } = await serve(() => ({ body: '7' }))
  const call = createOperateClient({ auth: testAuth(), baseUrl }).${call}
  await expect(call).rejects.toMatchObject({ code: 'response_invalid', operation: '${id}' })
})
`
    : ''
  return `import { expect, test } from 'vitest'
import { createOperateClient } from '../src/index.ts'
import { serve, testAuth } from './serve.ts'

test('${id} sends what it was given, and gives what comes back', async () => {
  const { baseUrl, received } = await serve(() => ({ ${type}body: '${answered ?? ''}' }))
  const operate = createOperateClient({ auth: testAuth(), baseUrl })
  expect(await operate.${call}).toEqual(${given})
  expect(received).toMatchObject([{ method: '${plan.method}', path: '/v1${path}', body: '${sent ?? ''}' }])
})
${promised}`
}
