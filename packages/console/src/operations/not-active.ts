import { type GenericSchema, strictObject } from 'valibot'

/** `{}`: a feature that is not switched on. */
export const notActive: GenericSchema<unknown, Record<never, never>> = strictObject({})
