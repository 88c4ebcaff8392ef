/** Attributes of an element; those without a value are left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** An XML element with its children, each already written; text goes through {@link escapeXml} first. */
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

/** A whole document, beginning with its declaration. */
export function document(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

const indent = (text: string): string => text.replaceAll(/^/gm, '  ')
