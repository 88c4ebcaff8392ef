/** Returns the file type for a text response. */
export interface TextKind {
  readonly extension: string
  readonly type: string
}

/** Determined by the text itself, then by its content type. */
export function textKind(text: string, contentType = ''): TextKind {
  if (/<(\w+:)?definitions[^>]+\/BPMN\//.test(text)) return { extension: 'bpmn', type: 'application/xml' }
  if (/<(\w+:)?definitions[^>]+\/DMN\//.test(text)) return { extension: 'dmn', type: 'application/xml' }
  if (/^\s*<\?xml/.test(text)) return { extension: 'xml', type: 'application/xml' }
  return contentType.includes('csv') ? { extension: 'csv', type: 'text/csv' } : { extension: 'txt', type: 'text/plain' }
}
