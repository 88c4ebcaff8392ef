/// <reference path="./saxen.d.ts" />
import { Parser } from 'saxen'

/** An element of an XML document. It contains only text, so nothing of it can become part of the page. */
export interface XmlElement {
  /** Local name, without prefix. */
  readonly name: string
  /** One of the requested prefixes, or the one in the file. */
  readonly prefix: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** The text directly inside it. */
  readonly text: string
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[]
  text: string
}

/**
 * Reads untrusted XML. `DOMParser` would create documents whose style attributes, like those of
 * its error messages, violate the Content-Security-Policy.
 *
 * @param prefixes - By namespace.
 * @throws Error that says what is wrong with the XML
 */
export function readXml(xml: string, prefixes: Readonly<Record<string, string>> = {}): XmlElement {
  const open: OpenElement[] = []
  let root: XmlElement | undefined
  let problem: Error | undefined
  new Parser()
    .ns(prefixes)
    .on('openTag', (qualifiedName, attributes, decode) => {
      const element = createElement(qualifiedName, attributes(), decode)
      open.at(-1)?.children.push(element)
      root ??= element
      open.push(element)
    })
    .on('closeTag', () => void open.pop())
    .on('text', (text, decode) => addText(open.at(-1), decode(text)))
    .on('cdata', (text) => addText(open.at(-1), text))
    .on('error', (error) => {
      problem ??= error
    })
    .parse(xml)
  if (problem) throw problem
  if (!root) throw new Error('there is no element')
  return root
}

function createElement(qualifiedName: string, attributes: object, decode: (text: string) => string): OpenElement {
  const [prefix, name] = qualifiedName.includes(':') ? splitOnce(qualifiedName) : ['', qualifiedName]
  const entries = Object.entries(attributes).map(([name, value]) => [name, decode(String(value))] as const)
  return { name, prefix, attributes: new Map(entries), children: [], text: '' }
}

function splitOnce(qualifiedName: string): [prefix: string, name: string] {
  const colon = qualifiedName.indexOf(':')
  return [qualifiedName.slice(0, colon), qualifiedName.slice(colon + 1)]
}

function addText(element: OpenElement | undefined, text: string): void {
  if (element) element.text += text
}

/** Returns the children with a name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** Returns an element and its descendants in document order. Without recursion, because nesting may be deep. */
export function* walk(element: XmlElement): Generator<XmlElement> {
  const left = [element]
  for (let next = left.pop(); next; next = left.pop()) {
    yield next
    left.push(...next.children.toReversed())
  }
}
