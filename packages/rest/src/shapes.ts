export type { Texts } from './route.ts'
export { createCheck } from './shapes/check.ts'
export { expectation } from './shapes/expectation.ts'
export type { Operation, OperationSchemas } from './shapes/operation.ts'
export { createShapeReader, type ReadShape } from './shapes/read-shape.ts'
export { type Context, type Issue, readValue, type Side } from './shapes/read-value.ts'
export { createCheckedResource, createCheckedResources } from './shapes/resource.ts'
export { createSchema, type Schema, type SchemaResult } from './shapes/schema.ts'
export type {
  ArrayShape,
  EnumShape,
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
  type CallShapes,
  type ResourceTable,
  type ResourceTables,
  readCall,
  readOperations,
  type Words,
} from './shapes/table.ts'
