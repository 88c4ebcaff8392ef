import { text } from './responses.ts'

/** A request as an endpoint gets it. A HEAD request arrives as GET. */
export interface EndpointRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Headers
  readonly body: string
}

/** The response, and what the journal may record about the request. */
export interface EndpointAnswer {
  readonly response: Response
  readonly clientId?: string | undefined
  readonly cooldown?: true | undefined
}

/** An address that the emulator serves in addition to its products, without authentication. */
export interface Endpoint {
  /** Its name for `emulator.url(name)`, the journal and planned failures. */
  readonly name: string
  /** Path below the origin. */
  readonly path: string
  /** Another spelling of the path that the real service accepts, too. */
  readonly alias?: string | undefined
  handle(request: EndpointRequest): Promise<EndpointAnswer> | EndpointAnswer
}

/** Creates an endpoint that supports GET only. */
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
