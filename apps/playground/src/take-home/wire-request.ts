import type { Operation } from '@x/rest/shapes'
import type { Api } from '../apis.ts'
import { argumentsOf, type CallInput, methodOf } from '../calls/call.ts'
import { withPlaceholders } from './placeholders.ts'

/** An HTTP request as the API's client sends it, without its token. */
export interface WireRequest {
  readonly method: string
  /** Path below the address of the API, including the query. */
  readonly path: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | undefined
  /** The parts of a form, as `name=value` or `name=@file`; undefined for a body. */
  readonly form: readonly string[] | undefined
}

const ORIGIN = 'https://service.invalid'

/**
 * Returns what the client would send: keys as digits, dates as the server expects them. Nothing is sent.
 *
 * @throws ValidationError for an input that the client refuses
 */
export async function wireRequest(api: Api, operation: Operation, input: CallInput): Promise<WireRequest> {
  let sent: Request | undefined
  const { create } = await api.loadClient()
  const client = create({
    auth: { headers: async () => ({}) },
    baseUrl: ORIGIN,
    retry: false,
    fetch: async (target, init) => {
      sent = new Request(target, init)
      return new Response(null, { status: 503 })
    },
  })
  const { given } = withPlaceholders(operation, input)
  try {
    await methodOf(client, operation.id)(...argumentsOf(operation, given))
  } catch (error) {
    // The invented response is rejected, but by then the request is known.
    if (!sent) throw error
  }
  if (!sent) throw new TypeError(`${operation.id} sent nothing.`)
  const form = operation.takes?.includes('form') ? formParts(await sent.clone().formData()) : undefined
  const body = form ? '' : await sent.text()
  return {
    method: sent.method,
    path: sent.url.slice(ORIGIN.length + api.versionPath.length),
    headers: [...sent.headers].filter(([name]) => name !== 'user-agent' && !(form && name === 'content-type')),
    body: body === '' ? undefined : body,
    form,
  }
}

function formParts(form: FormData): readonly string[] {
  return [...form].map(([name, value]) => (typeof value === 'string' ? `${name}=${value}` : `${name}=@${value.name}`))
}
