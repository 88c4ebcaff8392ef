import { refusePart } from './validation-error.ts'

/**
 * Rejects a search that asks for its page in two ways at once: the server takes one of them.
 *
 * @throws `ValidationError` with code `request_invalid`
 */
export function checkPage(operation: string, body: unknown): void {
  const page = Object(Object(body).page) as Readonly<Record<string, unknown>>
  const ways = ['after', 'before', 'from'].filter((name) => page[name] !== undefined)
  if (ways.length < 2) return
  refusePart(operation, 'body', 'page', `has \`${ways.join('` and `')}\`: only one of them says where a page begins`)
}

/** Rejects `page.before` for all pages, which are requested forward. */
export function checkForward(operation: string, body: unknown): void {
  if (Object(Object(body).page).before === undefined) return
  refusePart(
    operation,
    'body',
    'page.before',
    'has no effect here: all pages are requested forward. Use `after` or `from`',
  )
}
