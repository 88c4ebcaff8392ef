import type { Operation } from '@x/rest'
import { meta as routes } from '../routes.ts'
import { metaSchemas as schemas } from '../schemas/meta.ts'

export const metaOperations: readonly Operation[] = [
  { ...routes.getIpRanges, ...schemas.getIpRanges, summary: "Addresses that Camunda's services call from" },
]
