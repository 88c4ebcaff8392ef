export { nearestName } from './nearest-name.ts'
export {
  type CheckedOperation,
  checkedOperations,
  createCheck,
  type ResourceSchemas,
} from './validation/create-check.ts'
export { key } from './validation/key.ts'
export { closed, loose, object, required } from './validation/object.ts'
export { enumValues, type OpenEnum, oneOf, openEnum } from './validation/open-enum.ts'
export {
  array,
  boolean,
  exactOptional,
  nullish,
  number,
  optional,
  record,
  string,
  union,
  unknown,
} from './validation/primitives.ts'
export { refine } from './validation/refine.ts'
export { type Context, schema } from './validation/schema.ts'
