import { array, object, openEnum, optional, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import type { ClusterParameters } from '../types/cluster-parameters.ts'
import { namedItem } from './named-item.ts'

export const clusterParameters: GenericSchema<unknown, ClusterParameters> = object({
  channels: array(
    object({
      name: string(),
      uuid: string(),
      defaultGeneration: namedItem,
      allowedGenerations: array(
        object({
          name: string(),
          uuid: string(),
          classification: optional(openEnum(['channel', 'existingCluster', 'orgUnlocked'])),
        }),
      ),
    }),
  ),
  clusterPlanTypes: array(namedItem),
  regions: array(
    object({
      name: string(),
      uuid: string(),
      provider: string(),
      backups: optional(array(object({ uuid: string(), regions: array(object({ id: string(), label: string() })) }))),
    }),
  ),
})
