declare module 'saxen' {
  /** The XML parser of bpmn-js. It makes no documents, reads no DTDs and resolves no entities but those of XML itself. */
  export class Parser {
    /** Gives elements of these namespaces a prefix of ours, whatever theirs is. */
    ns(prefixes: Readonly<Record<string, string>>): this
    on(event: 'openTag', listener: (name: string, attributes: () => object, decode: Decode) => void): this
    on(event: 'closeTag', listener: (name: string) => void): this
    on(event: 'text', listener: (text: string, decode: Decode) => void): this
    on(event: 'cdata', listener: (text: string) => void): this
    on(event: 'error', listener: (error: Error) => void): this
    parse(xml: string): unknown
  }

  /** Reads the entities of XML: `&lt;` is `<`. */
  export type Decode = (text: string) => string
}
