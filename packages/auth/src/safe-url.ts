import { check } from './check.ts'

/**
 * Returns a URL that secrets are sent to: https, http on loopback, or http on any host if an option allows it.
 *
 * @param hint the option, and what it exposes
 * @throws AuthError `config_invalid`
 */
export function readSafeUrl(url: URL | string, name: string, isAllowed: boolean, hint: string): string {
  const text = `${url}`
  check(URL.canParse(text) && !/\s/.test(text), `${name} must be an absolute URL`)
  const { href, username, password } = new URL(text)
  // Parsing has put the host in lower case and an IP address in its usual form.
  const isSafe = /^(https:|http:\/\/(([^/@]+\.)?localhost|127\.[\d.]+|\[::1\])[:/])/.test(href)
  check(
    isSafe || (isAllowed && /^http:/.test(href)),
    `${name} must start with https:// (http for loopback hosts only). ${hint} can then be read`,
  )
  check(!username && !password, `${name} must not contain a password`)
  return href.replace(/#.*$/, '')
}
