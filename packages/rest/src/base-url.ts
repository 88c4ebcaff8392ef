import { RestError } from './errors.ts'

/**
 * Checks a base URL and returns it as text without a trailing slash.
 *
 * @param option - Name of the option, for the message.
 * @throws {@link RestError} with code `config_invalid`.
 */
export function checkBaseUrl(baseUrl: string | URL | undefined, option = 'baseUrl'): string {
  const refuse = (problem: string): never => {
    throw new RestError('config_invalid', `\`${option}\` ${problem}`)
  }
  if (baseUrl === undefined || baseUrl === '') return refuse('is missing')
  let url: URL | undefined
  try {
    url = new URL(baseUrl)
  } catch {
    // Refused below, with the other schemes.
  }
  if (!url || !/^https?:$/.test(url.protocol)) return refuse('must start with https:// or http://')
  if (url.username || url.password) return refuse('must not contain a user name or password: use `auth`')
  if (url.search || url.hash) return refuse('must not have a query or a fragment')
  return url.href.replace(/\/+$/, '')
}

/** Joins a base URL and a path with exactly one slash between them, whatever the two end and begin with. */
export function joinUrl(baseUrl: string, path: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`
}
