import { refusePart } from './validation-error.ts'

/**
 * Rejects a search that sets its page in two ways at once: the server uses only one of them.
 *
 * @throws `ValidationError` with code `request_invalid`
 */
export function checkPage(operation: string, body: unknown): void {
  const page = Object(Object(body).page) as Readonly<Record<string, unknown>>
  const ways = ['after', 'before', 'from'].filter((name) => page[name] !== undefined)
  if (ways.length < 2) return
  refusePart(operation, 'body', 'page', `has \`${ways.join('` and `')}\`: set only one of them`)
}

/** Rejects `page.before` in `searchAll`, which pages forward only. */
export function checkForward(operation: string, body: unknown): void {
  if (Object(Object(body).page).before === undefined) return
  refusePart(operation, 'body', 'page.before', 'has no effect here: pages are requested forward. Use `after` or `from`')
}
