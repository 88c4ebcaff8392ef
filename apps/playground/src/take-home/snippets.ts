import type { Operation } from '@x/rest'
import type { Api } from '../apis.ts'
import { firstPage } from '../explore/answer/paging/page.ts'
import { argumentsOf, type CallInput } from '../explore/call.ts'
import { literal } from './literal.ts'
import type { RuntimeName } from './runtimes.ts'
import { withholdSecrets } from './withheld.ts'

/** A call that somebody wants as code. */
export interface SnippetRequest {
  readonly api: Pick<Api, 'name' | 'credentials' | 'packageName' | 'factory' | 'takeHome'>
  readonly operation: Operation
  readonly input: CallInput
  /** Whether to get the items of all pages with the method beside the operation's own that gives them. */
  readonly allPages?: boolean | undefined
}

/** The call as a program of its own, with the packages. Credentials come from the environment; no secret is in it. */
export function createSnippet(runtime: Exclude<RuntimeName, 'curl'>, request: SnippetRequest): string {
  const { api, operation } = request
  const { names } = withholdSecrets(request.input.input)
  const lines = [
    ...heads[runtime](api),
    ...names.map((name) => `// ${name} is left out here: a secret does not belong into code`),
    `import { createOAuth } from '@x/auth'`,
    `import { ${reader(api)} } from '@x/env'`,
    `import { ${api.factory}${runtime === 'worker' ? `, type ${clientType(api)}` : ''} } from '${api.packageName}'`,
    '',
    ...(operation.deprecated ? [`// ${operation.deprecated}`] : []),
    ...(runtime === 'worker' ? workerLines(request) : scriptLines(request)),
  ]
  return `${lines.join('\n')}\n`
}

const heads: Readonly<Record<Exclude<RuntimeName, 'curl'>, (api: SnippetRequest['api']) => readonly string[]>> = {
  node: (api) => [
    `// npm install @x/auth @x/env ${api.packageName}`,
    `// source the file of the ${api.credentials}'s API client, then: node call.mjs`,
  ],
  deno: (api) => [
    `// deno add npm:@x/auth npm:@x/env npm:${api.packageName}`,
    `// source the file of the ${api.credentials}'s API client, then: deno run --allow-env --allow-net call.ts`,
  ],
  worker: (api) => [
    `// npm install @x/auth @x/env ${api.packageName}`,
    `// Its secrets are the variables in the file of the ${api.credentials}'s API client: npx wrangler secret put NAME`,
  ],
}

function scriptLines(request: SnippetRequest): readonly string[] {
  const { api, operation } = request
  return [
    `const ${api.credentials} = ${reader(api)}()`,
    `const ${clientName(api)} = ${clientCall(api)}`,
    '',
    ...(request.allPages
      ? [`for await (const item of ${call(request, '')}) console.log(JSON.stringify(item))`]
      : operation.answer === 'none'
        ? [`await ${call(request, '')}`]
        : [`const answer = await ${call(request, '')}`, `console.log(${toText(operation)})`]),
  ]
}

function workerLines(request: SnippetRequest): readonly string[] {
  const { api, operation } = request
  const indent = '    '
  const client = clientName(api)
  const type = clientType(api)
  return [
    '// Made at the first request, and used by all that follow: they share one token.',
    `let ${client}: ${type} | undefined`,
    '',
    `function connect(env: Record<string, string>): ${type} {`,
    `  const ${api.credentials} = ${reader(api)}(env)`,
    `  return ${clientCall(api)}`,
    '}',
    '',
    'export default {',
    '  async fetch(_request: Request, env: Record<string, string>): Promise<Response> {',
    `${indent}${client} ??= connect(env)`,
    ...(request.allPages
      ? [
          `${indent}const items = []`,
          `${indent}for await (const item of ${call(request, indent)}) items.push(item)`,
          `${indent}return Response.json(items)`,
        ]
      : operation.answer === 'none'
        ? [`${indent}await ${call(request, indent)}`, `${indent}return new Response(null, { status: 204 })`]
        : [
            `${indent}const answer = await ${call(request, indent)}`,
            `${indent}return ${operation.answer === 'text' ? 'new Response(answer)' : 'Response.json(answer)'}`,
          ]),
    '  },',
    '}',
  ]
}

const reader = ({ credentials }: SnippetRequest['api']): string =>
  credentials === 'cluster' ? 'readClusterCredentials' : 'readOrganizationCredentials'

/** Named after its API, unless that name has another meaning everywhere. */
const clientName = ({ name }: SnippetRequest['api']): string => (name === 'console' ? 'camunda' : name)

const clientType = ({ factory }: SnippetRequest['api']): string => factory.replace(/^create/, '')

function clientCall({ factory, credentials, takeHome }: SnippetRequest['api']): string {
  return `${factory}({ auth: createOAuth(${credentials}), baseUrl: ${credentials}.${takeHome.address} })`
}

function call({ api, operation, input, allPages }: SnippetRequest, indent: string): string {
  const start = `${clientName(api)}.${operation.id}${allPages ? 'All' : ''}(`
  const asked = allPages ? firstPage(operation, input) : input
  const args = argumentsOf(operation, { ...asked, input: withholdSecrets(asked.input).value })
  const [last, ...params] = args.filter((arg) => arg !== undefined).reverse()
  // Path parameters are short; a body may have many lines.
  const before = params
    .reverse()
    .map((param) => `${literal(param)}, `)
    .join('')
  return `${start}${before}${args.length === 0 ? '' : literal(last, indent, indent.length + start.length + before.length)})`
}

function toText({ answer }: Operation): string {
  return answer === 'text' ? 'answer' : 'JSON.stringify(answer, null, 2)'
}
