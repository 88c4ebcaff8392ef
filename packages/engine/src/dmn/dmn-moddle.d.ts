/** dmn-moddle has no types. moddle.ts describes the parts of its result that the engine reads. */
declare module 'dmn-moddle' {
  export const DmnModdle: unknown
}
