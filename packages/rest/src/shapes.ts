export { commonShapes } from './generated/common.ts'
export { type CheckedResources, createCheck, type ShapeCheck } from './shapes/check.ts'
export { expectation } from './shapes/expectation.ts'
export type { HttpMethod, Input, Operation, OperationSchemas, Paging, Route } from './shapes/operation.ts'
export { createShapeReader, type ReadShape, type Texts } from './shapes/read-shape.ts'
export { type Context, type Issue, readValue, type Side } from './shapes/read-value.ts'
export { type Caller, createResource, type RouteInput } from './shapes/resource.ts'
export { createSchema, type Schema, type SchemaResult } from './shapes/schema.ts'
export type {
  ArrayShape,
  EnumShape,
  Lifetime,
  Limits,
  Member,
  NullableShape,
  ObjectShape,
  RecordShape,
  ScalarKind,
  ScalarShape,
  Shape,
  UnionShape,
} from './shapes/shape.ts'
export {
  type ApiTable,
  type CallShapes,
  pathParams,
  type ResourceTable,
  readCall,
  readOperations,
  readRoute,
  type Words,
} from './shapes/table.ts'
