import { array, object, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import type { meta as routes } from '../routes.ts'
import type { IpRanges } from '../types/meta.ts'
import type { Schemas } from './schemas.ts'

const ipRanges: GenericSchema<unknown, IpRanges> = object({ 'web-modeler': array(string()) })

export const metaSchemas: Schemas<typeof routes> = {
  getIpRanges: { response: ipRanges },
}
