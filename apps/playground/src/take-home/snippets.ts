import type { Operation } from '@x/rest/shapes'
import type { Api } from '../apis.ts'
import { argumentsOf, type CallInput } from '../calls/call.ts'
import { firstPage } from '../explore/answer/paging/page.ts'
import { LINE, literal } from './literal.ts'
import { placeholderNotes, withPlaceholders } from './placeholders.ts'
import type { RuntimeName } from './runtimes.ts'

/** A call to show as code. */
export interface SnippetRequest {
  readonly api: Api
  readonly operation: Operation
  readonly input: CallInput
  /** Whether to use the method that returns the items of all pages. */
  readonly allPages?: boolean | undefined
}

/**
 * Returns the call as a complete program that uses the packages. Credentials come from the environment; it contains no
 * secret.
 */
export function createSnippet(runtime: Exclude<RuntimeName, 'curl'>, request: SnippetRequest): string {
  const { api } = request
  const isWorker = runtime === 'worker'
  const lines = [
    ...heads[runtime](api).map((line) => `// ${line}`),
    ...placeholderNotes(request.operation, request.input).map((line) => `// ${line}`),
    ...importLines(api, isWorker),
    '',
    ...(isWorker ? workerLines(request) : scriptLines(request)),
  ]
  return `${lines.join('\n')}\n`
}

const heads: Readonly<Record<Exclude<RuntimeName, 'curl'>, (api: Api) => readonly string[]>> = {
  bun: ({ name, credentials }) => [
    `bun add @x/auth @x/env @x/${name}`,
    `source the ${credentials} client's credentials file, then run: bun call.ts`,
  ],
  node: ({ name, credentials }) => [
    `npm install @x/auth @x/env @x/${name}`,
    `source the ${credentials} client's credentials file, then run: node call.mjs`,
  ],
  deno: ({ name, credentials }) => [
    `deno add npm:@x/auth npm:@x/env npm:@x/${name}`,
    `source the ${credentials} client's credentials file, then run: deno run --allow-env --allow-net call.ts`,
  ],
  worker: ({ name, credentials }) => [
    `npm install @x/auth @x/env @x/${name}`,
    `Set each variable of the ${credentials} client's credentials file as a secret: npx wrangler secret put NAME`,
  ],
}

function importLines(api: Api, isWorker: boolean): readonly string[] {
  const lines = [
    `import { createOAuth } from '@x/auth'`,
    `import { ${reader(api)} } from '@x/env'`,
    `import { ${factory(api)}${isWorker ? `, type ${clientType(api)}` : ''} } from '@x/${api.name}'`,
  ]
  return lines.toSorted((a, b) => (packageOf(a) < packageOf(b) ? -1 : 1))
}

const packageOf = (line: string): string => line.split(' from ').at(-1) as string

function scriptLines(request: SnippetRequest): readonly string[] {
  const { api, operation } = request
  const { returns, deprecated } = operation
  const lines = [
    `const ${api.credentials} = ${reader(api)}()`,
    `const ${clientName(api)} = ${clientCall(api)}`,
    '',
    ...contentLines(request),
    ...(deprecated ? [`// Deprecated: ${deprecated}`] : []),
  ]
  if (request.allPages) return [...lines, ...loopLines(request, 'console.log(JSON.stringify(item))', '')]
  if (returns === 'none') return [...lines, `await ${call(request, '')}`]
  if (returns === 'bytes') {
    const made = `const result = await ${call(request, '')}`
    return [...lines, made, 'console.log(result.contentType, (await result.bytes()).length)']
  }
  const text = returns === 'text' ? 'result' : 'JSON.stringify(result, null, 2)'
  return [...lines, `const result = await ${call(request, '')}`, `console.log(${text})`]
}

function workerLines(request: SnippetRequest): readonly string[] {
  const { api } = request
  const client = clientName(api)
  const type = clientType(api)
  return [
    '// Created with the first request and reused, so that all requests share one token.',
    `let ${client}: ${type} | undefined`,
    '',
    `function connect(env: Record<string, string>): ${type} {`,
    `  const ${api.credentials} = ${reader(api)}(env)`,
    `  return ${clientCall(api)}`,
    '}',
    '',
    'export default {',
    '  async fetch(_request: Request, env: Record<string, string>): Promise<Response> {',
    ...[`${client} ??= connect(env)`, ...contentLines(request), ...handlerLines(request, '    ')].map(
      (line) => `    ${line}`,
    ),
    '  },',
    '}',
  ]
}

/** The body of a Worker's request handler; `indent` is for continued lines. */
function handlerLines(request: SnippetRequest, indent: string): readonly string[] {
  const { returns, deprecated } = request.operation
  const lines = deprecated ? [`// Deprecated: ${deprecated}`] : []
  if (request.allPages) {
    return [
      ...lines,
      'const items = []',
      ...loopLines(request, 'items.push(item)', indent),
      'return Response.json(items)',
    ]
  }
  if (returns === 'none')
    return [...lines, `await ${call(request, indent)}`, 'return new Response(null, { status: 204 })']
  const responses = { text: 'new Response(result)', bytes: 'new Response(result.body)', json: 'Response.json(result)' }
  const response = responses[returns ?? 'json']
  return [...lines, `const result = await ${call(request, indent)}`, `return ${response}`]
}

function loopLines(request: SnippetRequest, body: string, indent: string): readonly string[] {
  const head = `for await (const item of ${call(request, indent)})`
  return head.length + body.length < LINE ? [`${head} ${body}`] : [`${head} {`, `  ${body}`, '}']
}

const reader = ({ credentials }: Api): string =>
  credentials === 'cluster' ? 'readClusterCredentials' : 'readOrganizationCredentials'

/** The contents of the files that the call sends. */
function contentLines({ operation }: SnippetRequest): readonly string[] {
  return operation.takes?.includes('form') ? [`const content = 'REPLACE-ME' // what the file holds`] : []
}

/** Named after its API, unless that name is a global. */
const clientName = ({ name }: Api): string => (name === 'console' ? 'camunda' : name)

/** `OperateClient`, created by `createOperateClient`: all packages use this scheme. */
const clientType = ({ name }: Api): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}Client`
const factory = (api: Api): string => `create${clientType(api)}`

function clientCall(api: Api): string {
  const { credentials, address } = api
  return `${factory(api)}({ auth: createOAuth(${credentials}), baseUrl: ${credentials}.${address} })`
}

function call({ api, operation, input, allPages }: SnippetRequest, indent: string): string {
  const asked = allPages ? firstPage(operation, input) : input
  const args = argumentsOf(operation, withPlaceholders(operation, asked).given)
  let text = `${clientName(api)}.${operation.id}${allPages ? 'All' : ''}(`
  for (const [index, arg] of args.filter((one) => one !== undefined).entries()) {
    if (index > 0) text += ', '
    text += literal(arg, indent, indent.length + text.length)
  }
  return `${text})`
}
