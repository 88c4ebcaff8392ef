import { object, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import type { NamedItem } from '../types/cluster.ts'

export const namedItem: GenericSchema<unknown, NamedItem> = object({ name: string(), uuid: string() })
