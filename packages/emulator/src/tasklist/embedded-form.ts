/** The content of a form that is embedded in a process, by its id; undefined if it does not exist. */
export function findEmbeddedForm(xml: string, id: string): string | undefined {
  for (const [, attributes = '', content = ''] of xml.matchAll(/<zeebe:userTaskForm\b([^>]*)>([^<]*)</g)) {
    if (/\bid="([^"]*)"/.exec(attributes)?.[1] === id) return unescapeXml(content)
  }
  return undefined
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name = '') => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    return decimal === undefined ? (ENTITIES[name] ?? whole) : String.fromCodePoint(Number(decimal))
  })
}
