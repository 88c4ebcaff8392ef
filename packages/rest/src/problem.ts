import type { Problem } from './api-error.ts'
import { isHtml, unquote } from './body-text.ts'
import type { FetchHeaders } from './options.ts'
import type { Redact } from './redact.ts'

/**
 * Normalizes the bodies of error responses: a problem document (RFC 9457), Operate's `{ message, type, instance }`,
 * Optimize's `{ errorCode, errorMessage, detailedMessage }`, plain text, an empty body, and a proxy's HTML page, of
 * which only the title is kept.
 */
export function readProblem(headers: FetchHeaders, text: string, redact: Redact): Problem {
  // Redacted before it is shortened, so that no part of a secret remains.
  const show = (text: string): string => {
    const clean = redact(text)
    return clean.length > 1000 ? `${clean.slice(0, 1000)}…` : clean
  }
  const body = text.trim()
  if (!body) return {}
  if (isHtml(headers, body)) {
    const title = /<title[^>]*>([^<]*)/i.exec(body)?.[1]?.replace(/\s+/g, ' ').trim()
    return { detail: title ? show(`HTML page: ${title}`) : 'HTML page from a proxy' }
  }
  if (body.startsWith('{')) {
    try {
      const members = JSON.parse(body)
      const pick = (...names: string[]): string | undefined => {
        const value = names.map((name) => members[name]).find((value) => typeof value === 'string' && value.trim())
        return value && show(value)
      }
      return {
        type: pick('type', 'errorCode'),
        title: pick('title', 'error'),
        detail: pick('detail', 'message', 'error_description', 'detailedMessage', 'errorMessage'),
        instance: pick('instance'),
      }
    } catch {
      // Incomplete or not JSON after all: treat it as text.
    }
  }
  return { detail: show(unquote(body)) }
}
