import { signal } from '@preact/signals'

/** Where the page is: `#/explore/operate/processInstances.search?input={…}`. The server sees none of it. */
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

/** The address of a place in the page. Parameters that are undefined are left out. */
export function href(path: readonly string[], parameters: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const query = given.length > 0 ? `?${new URLSearchParams(given)}` : ''
  return `#/${path.map(encodeURIComponent).join('/')}${query}`
}

/** Where the page is now. */
export const route = signal(parseRoute(location.hash))

/** Where the page was opened. */
export const firstRoute: Route = route.peek()

/** The address bar as this page last saw it. Another one there means that somebody went on, and its event will come. */
let seen = location.hash

addEventListener('hashchange', () => {
  seen = location.hash
  route.value = parseRoute(seen)
})

/**
 * Puts another address of the same place into the address bar while somebody types there. It makes no step in the
 * browser's history, and {@link route} stays as it is. It does nothing once somebody has gone on to another place.
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

/** Somebody may have typed it: what cannot be decoded stays as it is. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
