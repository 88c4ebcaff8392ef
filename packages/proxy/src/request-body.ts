import type { Deadline } from './deadline.ts'
import type { ProxiedOperation } from './operation.ts'
import { readAtMost } from './read-at-most.ts'
import { Refusal } from './refusal.ts'

/**
 * Keeps the body for the proxy while `session` has the request, so that `session` may read the body, too.
 *
 * @throws Refusal if something before the proxy has read the body already. Without this check, the call would be sent
 * without its body, and a search without a filter returns everything.
 */
export function keepBody(request: Request): Request {
  try {
    return request.body ? request.clone() : request
  } catch {
    // It cannot be cloned after it was read.
    throw new Refusal(500, 'body_already_read')
  }
}

/**
 * Reads the page's body into memory, up to `limit` bytes; returns undefined if there is none. Not as a stream, so that
 * it can be checked, and sent again with a new token.
 *
 * @throws Refusal
 */
export async function readRequestBody(
  { body, headers }: Request,
  limit: number,
  deadline: Deadline,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!body) return undefined
  // The declared length can only reject a body, not admit one.
  const declared = Number(headers.get('content-length'))
  const bytes = declared > limit ? undefined : await readAtMost(body, limit, deadline, new Refusal(400, 'body_broken'))
  if (!bytes) throw new Refusal(413, 'body_too_large')
  return bytes.length > 0 ? bytes : undefined
}

const jsonType = /^application\/([\w.-]+\+)?json\s*(;\s*charset="?utf-8"?\s*)?$/i
const formType = /^multipart\/form-data;\s*boundary=[^;,\s]+$/i

/** Returns the page's content type if it is that of the operation's body: a form, or JSON. @throws Refusal */
export function checkContentType(headers: Headers, { form }: ProxiedOperation): string {
  const type = headers.get('content-type') ?? ''
  if ((form ? formType : jsonType).test(type)) return type
  throw new Refusal(415, 'content_type_refused')
}
