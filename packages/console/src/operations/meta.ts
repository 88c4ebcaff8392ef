import type { Operation } from '@x/rest'
import { object } from '@x/rest/validation'
import { array, type GenericSchema, string } from 'valibot'
import { meta as routes } from '../routes.ts'
import type { IpRanges } from '../types/meta.ts'

const ipRanges: GenericSchema<unknown, IpRanges> = object({ 'web-modeler': array(string()) })

export const metaOperations: readonly Operation[] = [
  { ...routes.getIpRanges, summary: "Addresses that Camunda's services call from", response: ipRanges },
]
