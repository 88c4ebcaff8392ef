/** The tools of bpmn.io, as far as these tests use them. They have no types for Node's module resolution. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(extensions?: object)
    fromXML(xml: string): Promise<{ rootElement: unknown; warnings: readonly Error[] }>
  }
}

declare module 'dmn-moddle' {
  export class DmnModdle {
    fromXML(xml: string): Promise<{ rootElement: unknown; warnings: readonly Error[] }>
  }
}

declare module 'bpmnlint' {
  export class Linter {
    constructor(options: { config: object; resolver: unknown })
    lint(root: unknown): Promise<Record<string, readonly object[]>>
  }
}

declare module 'bpmnlint/lib/resolver/node-resolver.js' {
  export default class NodeResolver {}
}
