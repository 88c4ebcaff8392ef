/** Node's module resolution does not find the package's own types. moddle.ts has those that the engine uses. */
declare module 'bpmn-moddle' {
  export const BpmnModdle: unknown
}
