import type { Problem } from './api-error.ts'

/**
 * Makes one form out of the bodies that servers send with an error: a problem document (RFC 9457), Operate's
 * `{ message, type, instance }`, plain text, nothing, and the HTML page of a proxy, of which only the title is kept.
 */
export function readProblem(contentType: string, text: string): Problem {
  const body = text.trim()
  if (!body) return {}
  if (isHtml(contentType, body)) return { detail: htmlTitle(body) ?? 'HTML page from a proxy' }
  if (body.startsWith('{')) {
    try {
      return fromJson(JSON.parse(body))
    } catch {
      // Cut off or not JSON after all: then it is text.
    }
  }
  return { detail: shorten(unquote(body)) }
}

/** True for an HTML page, also one that comes without or with a wrong content type. */
export function isHtml(contentType: string, text: string): boolean {
  return /^\s*(text\/html|application\/xhtml\+xml)/i.test(contentType) || /^\s*<(!doctype\s+html|html)/i.test(text)
}

function fromJson(body: Record<string, unknown>): Problem {
  const pick = (...names: string[]): string | undefined => {
    for (const name of names) {
      const value = body[name]
      if (typeof value === 'string' && value.trim()) return shorten(value)
    }
    return undefined
  }
  return {
    type: pick('type'),
    title: pick('title', 'error'),
    detail: pick('detail', 'message', 'error_description'),
    instance: pick('instance'),
  }
}

function htmlTitle(html: string): string | undefined {
  const title = /<title[^>]*>([^<]*)/i.exec(html)?.[1]?.replace(/\s+/g, ' ').trim()
  return title ? shorten(`HTML page: ${title}`) : undefined
}

/** Some servers send a JSON string as their text. */
function unquote(text: string): string {
  if (!text.startsWith('"')) return text
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}

function shorten(text: string): string {
  return text.length > 1000 ? `${text.slice(0, 1000)}…` : text
}
