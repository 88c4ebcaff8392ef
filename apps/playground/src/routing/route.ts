import { signal } from '@preact/signals'

/**
 * The current place in the page: `#/explore/operate/processInstances.search?input={…}`. It is never sent to a server.
 */
export interface Route {
  /** Decoded parts of the path, for example `['explore', 'operate', 'processInstances.search']`. */
  readonly path: readonly string[]
  readonly parameters: Readonly<Record<string, string>>
}

function parseRoute(hash: string): Route {
  const [path = '', query = ''] = splitOnce(hash.replace(/^#?\/?/, ''), '?')
  return {
    path: path.split('/').filter(Boolean).map(decode),
    parameters: Object.fromEntries(new URLSearchParams(query)),
  }
}

/** Returns the address of a place in the page, without undefined parameters. */
export function href(path: readonly string[], parameters: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const query = given.length > 0 ? `?${new URLSearchParams(given)}` : ''
  return `#/${path.map(encodeURIComponent).join('/')}${query}`
}

/** The current place. */
export const route = signal(parseRoute(location.hash))

/** The place at which the page was opened. */
export const firstRoute: Route = route.peek()

/** The last known address. If the address bar differs, the user has navigated, and the event will follow. */
let seen = location.hash

addEventListener('hashchange', () => {
  seen = location.hash
  route.value = parseRoute(seen)
})

/**
 * Replaces the address of the current place while the user types. It adds no entry to the
 * browser's history and does not change {@link route}. It does nothing once the user has navigated to another place.
 */
export function replaceAddress(path: readonly string[], parameters: Route['parameters']): void {
  if (location.hash !== seen) return
  history.replaceState(history.state, '', href(path, parameters))
  seen = location.hash
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

/** The address may have been typed by hand: what cannot be decoded stays unchanged. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
