/** Attributes of an element. Those without a value are omitted. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** Writes an XML element with its children, which are already written. Text must go through {@link escapeXml} first. */
export function element(name: string, attributes: Attributes, ...children: readonly (string | undefined)[]): string {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined)
  const head = [name, ...given.map(([key, value]) => `${key}="${escapeXml(String(value))}"`)].join(' ')
  const content = children.filter((child) => child !== undefined && child !== '')
  if (content.length === 0) return `<${head} />`
  const [only] = content
  if (content.length === 1 && only !== undefined && !only.startsWith('<')) return `<${head}>${only}</${name}>`
  return `<${head}>\n${indent(content.join('\n'))}\n</${name}>`
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Writes a document with its XML declaration. */
export function document(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

const indent = (text: string): string => `  ${text.replaceAll('\n', '\n  ')}`
