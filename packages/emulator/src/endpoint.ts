import { text } from './responses.ts'

/** A request as an endpoint sees it. HEAD comes as GET. */
export interface EndpointRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Headers
  readonly body: string
}

/** The response, and what the journal may know about the request. */
export interface EndpointAnswer {
  readonly response: Response
  readonly clientId?: string | undefined
  readonly cooldown?: true | undefined
}

/** What the emulator serves beside its products: one address, open to everybody. */
export interface Endpoint {
  /** What `emulator.url(name)`, the journal and planned failures call it. */
  readonly name: string
  /** Below the origin. */
  readonly path: string
  /** Another spelling of the path that the real service answers, too. */
  readonly alias?: string | undefined
  handle(request: EndpointRequest): Promise<EndpointAnswer> | EndpointAnswer
}

/** An endpoint that can only be read. */
export function readOnly(
  name: string,
  path: string,
  read: (request: EndpointRequest) => Promise<Response> | Response,
): Endpoint {
  return {
    name,
    path,
    handle: async (request) => ({
      response:
        request.method === 'GET' ? await read(request) : text(405, 'Method Not Allowed', { allow: 'GET, HEAD' }),
    }),
  }
}
