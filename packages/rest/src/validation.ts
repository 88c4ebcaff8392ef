export { nearestName } from './nearest-name.ts'
export {
  type CheckedOperation,
  checkedOperations,
  createCheck,
  type ResourceSchemas,
} from './validation/create-check.ts'
export { isDateTime } from './validation/date-time.ts'
export { key } from './validation/key.ts'
export { closed, loose, object, required } from './validation/object.ts'
export { enumValues, notOneOf, type OpenEnum, oneOf, openEnum } from './validation/open-enum.ts'
export { checkPlain } from './validation/plain-body.ts'
export { isPlainObject, notPlain } from './validation/plain-object.ts'
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
