/** Returns the same request with its form as bytes: WebKit cannot read a form with files back from a `Request`. */
export async function withFormAsBytes(init: RequestInit | undefined): Promise<RequestInit | undefined> {
  if (!(init?.body instanceof FormData)) return init
  const boundary = `form-${crypto.randomUUID()}`
  const parts: BlobPart[] = []
  for (const [name, value] of init.body) {
    const disposition = `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"`
    if (typeof value === 'string') {
      parts.push(`${disposition}\r\n\r\n${value}\r\n`)
    } else {
      const type = value.type || 'application/octet-stream'
      parts.push(`${disposition}; filename="${escaped(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`, value, '\r\n')
    }
  }
  parts.push(`--${boundary}--\r\n`)
  const headers = new Headers(init.headers)
  headers.set('content-type', `multipart/form-data; boundary=${boundary}`)
  return { ...init, headers, body: await new Blob(parts).arrayBuffer() }
}

/** Escapes names in a multipart form according to the HTML standard. */
const escaped = (name: string): string => name.replace(/["\r\n]/g, (character) => encodeURIComponent(character))
