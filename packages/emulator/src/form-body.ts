/** The same request with its form as bytes: WebKit cannot read back a form with files once a `Request` holds it. */
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

/** As the HTML standard says for names in a multipart form. */
const escaped = (name: string): string => name.replace(/["\r\n]/g, (character) => encodeURIComponent(character))
