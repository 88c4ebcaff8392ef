/**
 * Reads the user name and password of an `Authorization: Basic` header (RFC 7617), in UTF-8; undefined if it is
 * malformed.
 */
export function readBasic(authorization: string): readonly [username: string, password: string] | undefined {
  const encoded = /^Basic +([\w+/]+=*)$/i.exec(authorization)?.[1]
  if (encoded === undefined) return undefined
  try {
    const bytes = Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0))
    const [, username, password] = /^([^:]*):(.*)$/s.exec(new TextDecoder().decode(bytes)) ?? []
    return username === undefined || password === undefined ? undefined : [username, password]
  } catch {
    return undefined
  }
}
