import type { Shape } from '@x/rest/shapes'
import type { ApiRequest } from '../api.ts'
import { parseExact } from '../exact-json.ts'
import { Problem } from '../problem.ts'
import { fromText } from './from-text.ts'

/**
 * Reads a multipart form into an object: files unchanged, JSON parts parsed. @throws {@link Problem} for another body.
 */
export async function readForm(shape: Shape, { headers, bytes }: ApiRequest): Promise<Record<string, unknown>> {
  const mediaType = headers.get('content-type') ?? 'application/octet-stream'
  if (!/^multipart\/form-data\b/i.test(mediaType)) {
    throw new Problem(415, `Content-Type '${mediaType}' is not supported.`)
  }
  const form = await parseForm(bytes, mediaType)
  const members = shape.kind === 'object' ? shape.members : []
  const shapes = new Map(members.map((member) => [member.name, member.shape]))
  const entries = [...new Set(form.keys())].map(async (name): Promise<[string, unknown]> => {
    const known = shapes.get(name)
    const parts = form.getAll(name)
    // A list of files has one part for each; a list of objects is a single part of JSON.
    if (known?.kind === 'array' && known.item.kind !== 'object') {
      return [name, await Promise.all(parts.map((part) => readPart(known.item, part)))]
    }
    return [name, await readPart(known, parts[0])]
  })
  return Object.fromEntries(await Promise.all(entries))
}

async function parseForm(bytes: ArrayBuffer, mediaType: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'content-type': mediaType } }).formData()
  } catch {
    throw new Problem(400, 'Failed to parse multipart servlet request')
  }
}

async function readPart(shape: Shape | undefined, part: Blob | string | null | undefined): Promise<unknown> {
  if (shape?.kind === 'bytes' || part === null || part === undefined) return part
  const text = typeof part === 'string' ? part : await part.text()
  if (shape?.kind !== 'object' && shape?.kind !== 'array') return fromText(shape, text)
  try {
    return parseExact(text)
  } catch {
    return text
  }
}
