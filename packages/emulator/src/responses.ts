import { stringifyExact } from './exact-json.ts'

/** Creates a JSON response, in which `bigint` members are numbers with all their digits. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(stringifyExact(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  })
}

export function text(status: number, body: string, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } })
}

export function html(status: number, title: string, headers: Record<string, string> = {}): Response {
  return new Response(
    `<html>\n<head><title>${status} ${title}</title></head>\n<body>\n<center><h1>${status} ${title}</h1></center>\n</body>\n</html>\n`,
    { status, headers: { 'content-type': 'text/html', ...headers } },
  )
}

export function empty(status = 204, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers })
}
