/** An element of an XML file. Names have no prefix, which is unambiguous in BPMN files. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text directly inside it. */
  readonly text: string
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[]
  text: string
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)([^\s/>]+)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>|([^<]+)/g
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/**
 * Reads an XML file that the engine has already deployed, which means it is well-formed. Sufficient for diagrams; the
 * engine's parser does not keep positions.
 */
export function readXml(xml: string): XmlElement {
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  for (const [, data, closes, name = '', attributes = '', isEmpty, text] of xml.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? root
    if (data !== undefined) parent.text += data
    else if (text !== undefined) parent.text += unescapeXml(text)
    else if (closes) open.pop()
    else if (name !== '') {
      const element = { name: localName(name), attributes: readAttributes(attributes), children: [], text: '' }
      parent.children.push(element)
      if (!isEmpty) open.push(element)
    }
  }
  return root
}

/** All descendants with the name, in the order of the file. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.name === name) yield child
    yield* descendants(child, name)
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function readAttributes(text: string): Record<string, string> {
  const found = [...text.matchAll(ATTRIBUTE)]
  return Object.fromEntries(found.map(([, name = '', double, single = '']) => [name, unescapeXml(double ?? single)]))
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? all
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
  })
}
