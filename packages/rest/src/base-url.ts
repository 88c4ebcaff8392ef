import { expectOption } from './errors.ts'

/**
 * Checks a base URL and returns it as text without a trailing slash.
 *
 * @param option - Name of the option, for the message.
 * @throws {@link RestError} with code `config_invalid`.
 */
export function checkBaseUrl(baseUrl: string | URL | undefined, option = 'baseUrl'): string {
  const url = parseUrl(baseUrl ?? '')
  expectOption(url, option, 'an address that starts with https:// or http://')
  expectOption(!url.username && !url.password, option, 'without a user name and password: use `auth`')
  expectOption(!url.search && !url.hash, option, 'without a query and a fragment')
  return url.href.replace(/\/+$/, '')
}

/** Parses an address of http or https; undefined for anything else. */
export function parseUrl(text: string | URL, base?: string): URL | undefined {
  try {
    const url = new URL(text, base)
    return /^https?:$/.test(url.protocol) ? url : undefined
  } catch {
    return undefined
  }
}

/** Joins a base URL and a path with exactly one slash between them, whatever the two end and begin with. */
export function joinUrl(baseUrl: string, path: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`
}
