import { addImport, appendTo } from '../edit-code.ts'
import { pascal, singular, words } from '../names.ts'
import { ScaffoldError, type Workspace } from '../workspace.ts'
import { answerType, bodyType, rowCode, type Style, schemaCode, typesFile } from './code.ts'
import { addSubPath } from './manifest.ts'
import type { Plan } from './plan.ts'
import { exampleOf } from './test-code.ts'
import { addMethod, addToClient, typesPath } from './wiring.ts'

const source = 'packages/operate/src'
const style: Style = {
  missing: ['maybe', ' | undefined'],
  mark: 'readonly ',
  paramType: (name) => (name === 'key' ? 'KeyInput' : 'string'),
}

export function addToOperate(workspace: Workspace, plan: Plan): void {
  const resource = `${source}/resources/${plan.file}.ts`
  if (!workspace.has(resource)) addResource(workspace, plan)
  const routes = /import \{ (\w+) as routes \}/.exec(workspace.read(resource))?.[1] ?? ''
  addMethod(workspace, plan, routes, style, '/v1')
  if (plan.params.includes('key')) {
    workspace.edit(resource, (text) => addImport(text, '../key.ts', ['KeyInput'], 'type'))
  }
  if (plan.answer !== 'none') addAnswer(workspace, plan, routes)
  addRow(workspace, plan, routes)
  workspace.create(`packages/operate/test/${typesFile(plan)}.test.ts`, testCode(plan))
}

const answersOf = (routes: string): string => routes.replace(/Routes$/, 'Answers')

/** What the client checks: answers alone. */
function addAnswer(workspace: Workspace, plan: Plan, routes: string): void {
  const { file, verb, answer } = plan
  const answers = answersOf(routes)
  const path = `${source}/answers/${file}.ts`
  if (!workspace.has(path)) addAnswers(workspace, file, answers)
  const { code, primitives } = schemaCode(plan, 'Answer', style)
  const response = answer === 'text' ? 'string()' : `${verb}Answer`
  const shared = answer === 'text' ? ['string'] : primitives.filter((name) => name !== 'maybe')
  workspace.edit(path, (text) => {
    let next = text
      .replace(/Answers<([^>]*)>/, (_, verbs: string) => `Answers<${verbs === 'never' ? '' : `${verbs} | `}'${verb}'>`)
      .replace(`export const ${answers}`, () => `${code}export const ${answers}`)
    next = appendTo(next, `export const ${answers}`, `  ${verb}: { ...routes.${verb}, response: ${response} },`)
    next = addImport(next, '../routes.ts', [`${routes} as routes`], 'value')
    next = addImport(next, '@x/rest/validation', shared, 'value')
    if (primitives.includes('maybe')) next = addImport(next, './answers.ts', ['maybe'], 'value')
    if (answer === 'text') return next
    next = addImport(next, 'valibot', ['GenericSchema'], 'type')
    return addImport(next, `.${typesPath(plan)}`, [answerType(plan)], 'type')
  })
}

function addRow(workspace: Workspace, plan: Plan, routes: string): void {
  const { file, resource, verb, body, answer, params, permission } = plan
  const { code, primitives } = schemaCode(plan, 'Body', style)
  workspace.edit(`${source}/operations/${file}.ts`, (text) => {
    // Most resources have one permission for what reads them.
    const isShared = permission === undefined && /^const permission = /m.test(text)
    if (permission === undefined && !isShared) throw new ScaffoldError(`${resource} needs a --permission.`)
    const more = [...(isShared ? ['permission'] : []), ...(body ? [`body: ${verb}Body`] : [])]
    const [from, path, name] =
      answer === 'none'
        ? (['routes', '../routes.ts', routes] as const)
        : (['answers', `../answers/${file}.ts`, answersOf(routes)] as const)
    const paramSchema = (param: string): string => (param === 'key' ? 'key()' : 'string()')
    const row = rowCode(plan, [`${from}.${verb}`, 'lifetime'], paramSchema, more)
    let next = appendTo(text, 'readonly Operation[] = [', row)
    next = next.replace(/^export const /m, (found) => code + found)
    next = addImport(next, path, [`${name} as ${from}`], 'value')
    const needed = new Set([...primitives, ...params.map((param) => (param === 'key' ? 'key' : 'string'))])
    // Some files have `string` from valibot already.
    if (/\bstring\b[^}]*\} from 'valibot'/.test(next)) needed.delete('string')
    if (needed.size > 0) next = addImport(next, '@x/rest/validation', [...needed], 'value')
    if (!body) return next
    next = addImport(next, 'valibot', ['GenericSchema'], 'type')
    return addImport(next, `.${typesPath(plan)}`, [bodyType(plan)], 'type')
  })
}

function addResource(workspace: Workspace, plan: Plan): void {
  const { file, resource } = plan
  const [type, one] = [pascal(resource), singular(resource)]
  const [routes, operations] = [`${one}Routes`, `${one}Operations`]
  const about = `${pascal(words(resource))}.`
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
  addSubPath(workspace, 'packages/operate', file, file)
  addToClient(workspace, plan, { routes, operations, factory: `${resource}Over` })
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
