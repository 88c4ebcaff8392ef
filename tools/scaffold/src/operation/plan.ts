import { parseArgs } from 'node:util'
import { kebab, pascal, singular, words } from '../names.ts'
import { ScaffoldError } from '../workspace.ts'
import { type Member, parseMembers } from './members.ts'

export const USAGE = `pnpm new:operation --api operate --id processInstances.suspend --method POST --path '/process-instances/{key}/suspension'

  --api         console, modeler or operate
  --id          the way from the client to the method: resource.verb; a resource that is not there yet is made
  --method      GET, POST, PUT, PATCH or DELETE
  --path        below the API's base URL, its parameters in braces
  --body        members of the body: reason:string,limit?:number,tags:string[]
  --answer      members of the answer, or text, or none (the default); key is a 64-bit key
  --summary     what you get, in one line
  --permission  what it takes to be allowed, in Camunda's words
  --safe        a POST that may be sent twice, such as a search`

const apis = ['console', 'modeler', 'operate'] as const
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** An operation as it was asked for on the command line. */
export interface Plan {
  readonly api: (typeof apis)[number]
  readonly id: string
  readonly resource: string
  readonly verb: string
  readonly method: string
  readonly path: string
  readonly params: readonly string[]
  readonly body: readonly Member[] | undefined
  readonly answer: readonly Member[] | 'text' | 'none'
  readonly summary: string
  readonly permission: string | undefined
  readonly isSafe: boolean
  /** `process-instances`, the name of the resource's files. */
  readonly file: string
  /** `SuspendProcessInstance`, what the names of its types begin with. */
  readonly typeName: string
}

/** @throws ScaffoldError that names the flag */
export function readPlan(args: readonly string[]): Plan {
  const flags = readFlags(args)
  const api = apis.find((name) => name === flags.api)
  if (!api) throw new ScaffoldError(`--api has to be one of ${apis.join(', ')}${butIs(flags.api)}.`)
  const [, resource, verb] = /^([a-z][A-Za-z0-9]*)\.([a-z][A-Za-z0-9]*)$/.exec(flags.id ?? '') ?? []
  if (resource === undefined || verb === undefined) {
    throw new ScaffoldError(`--id has to be like processInstances.suspend${butIs(flags.id)}.`)
  }
  const method = flags.method?.toUpperCase() ?? ''
  if (!methods.includes(method)) {
    throw new ScaffoldError(`--method has to be one of ${methods.join(', ')}${butIs(flags.method)}.`)
  }
  const body = flags.body === undefined ? undefined : parseMembers('--body', flags.body)
  if (body && method === 'GET') throw new ScaffoldError('A GET has no --body.')
  if (body?.some(({ kind }) => kind === 'key')) {
    throw new ScaffoldError('A key in a --body is a string: only answers have them as numbers.')
  }
  if (flags.safe && method !== 'POST') throw new ScaffoldError(`--safe is for POST; ${method} is known for what it is.`)
  const about = `${pascal(verb)} ${words(singular(resource))}`.replace(
    /(?<=[a-z])[A-Z]/g,
    (letter) => ` ${letter.toLowerCase()}`,
  )
  return {
    ...{ api, id: `${resource}.${verb}`, resource, verb, method, ...readPath(flags.path ?? '', api), body },
    answer: readAnswer(flags.answer ?? 'none'),
    summary: oneLine('--summary', flags.summary ?? about),
    permission: flags.permission === undefined ? undefined : oneLine('--permission', flags.permission),
    isSafe: flags.safe ?? false,
    file: kebab(resource),
    typeName: pascal(verb) + pascal(singular(resource)),
  }
}

function readFlags(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{ api: text, id: text, method: text, path: text, body: text, answer: text, summary: text, permission: text },
        safe: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new ScaffoldError(`${(error as Error).message}\n\n${USAGE}`)
  }
}

function readPath(path: string, api: string): { path: string; params: string[] } {
  if (!/^(\/([\w.~-]+|\{[A-Za-z]\w*\}))+$/.test(path) || /\/\.\.?(\/|$)/.test(path)) {
    throw new ScaffoldError(`--path has to be like /process-instances/{key}/suspension${butIs(path)}.`)
  }
  const params = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)
  if (new Set(params).size < params.length) throw new ScaffoldError(`--path has a parameter twice: ${path}.`)
  if (api === 'operate' && params.length > 1 && params.includes('key')) {
    throw new ScaffoldError('Operate reads {key} as the only parameter of a path. Give it another name.')
  }
  return { path, params }
}

const readAnswer = (answer: string): Plan['answer'] =>
  answer === 'text' || answer === 'none' ? answer : parseMembers('--answer', answer)

function oneLine(flag: string, text: string): string {
  if (/^[^\n\r\\`*]+$/.test(text.trim())) return text.trim()
  throw new ScaffoldError(`${flag} has to be one line of plain words.`)
}

const butIs = (given: string | undefined): string => (given ? `, and not ${given}` : '')
