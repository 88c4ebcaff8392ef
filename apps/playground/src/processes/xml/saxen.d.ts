declare module 'saxen' {
  /** The XML parser of bpmn-js. It creates no documents, ignores DTDs and resolves only XML's predefined entities. */
  export class Parser {
    /** Gives elements of these namespaces fixed prefixes, independent of those in the file. */
    ns(prefixes: Readonly<Record<string, string>>): this
    on(event: 'openTag', listener: (name: string, attributes: () => object, decode: Decode) => void): this
    on(event: 'closeTag', listener: (name: string) => void): this
    on(event: 'text', listener: (text: string, decode: Decode) => void): this
    on(event: 'cdata', listener: (text: string) => void): this
    on(event: 'error', listener: (error: Error) => void): this
    parse(xml: string): unknown
  }

  /** Decodes XML entities: `&lt;` becomes `<`. */
  export type Decode = (text: string) => string
}
