import { closed } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'

/** `{}`: a feature that is not switched on. */
export const notActive: GenericSchema<unknown, Record<never, never>> = closed({})
