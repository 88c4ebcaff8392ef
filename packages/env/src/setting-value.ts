/** Why a value cannot work, if it cannot. Ids and regions are opaque: it only matters whether they fit into a host name. */
export function checkValue(setting: string, value: string): string | undefined {
  if (/^(region|clusterId)$/.test(setting) && /[^\w.-]/.test(value)) return 'has spaces or signs'
  if (/Address$/.test(setting) && /\s/.test(value)) return 'has spaces'
  if (!/Url$/.test(setting)) return undefined
  // An @ would be a user name or password, which must not be part of an address that is printed.
  if (!/^https?:\/\/[^\s@]+$/i.test(value) || !URL.canParse(value)) return 'is not a plain URL'
  const { protocol, hostname } = new URL(value)
  // A secret is sent there. The parser has brought every spelling of an IPv4 address into one form.
  const isSafe = protocol === 'https:' || /^((.+\.)?localhost|127\.[\d.]+|\[::1\])$/.test(hostname)
  return setting === 'tokenUrl' && !isSafe ? 'is neither https nor localhost' : undefined
}

/** Base addresses end without a slash and a version, since clients append their own. */
export function normalizeValue(setting: string, value: string): string {
  if (!/Url$/.test(setting) || setting === 'tokenUrl') return value.trim()
  const { origin, pathname } = new URL(value)
  const base = origin + pathname.replace(/\/(v\d)?\/?$/, '')
  return setting === 'modelerUrl' ? `${base.replace(/\/api$/, '')}/api/v1` : base
}
