import { object } from '@x/rest/validation'
import { type GenericSchema, string } from 'valibot'
import type { NamedItem } from '../types/cluster.ts'

export const namedItem: GenericSchema<unknown, NamedItem> = object({ name: string(), uuid: string() })
