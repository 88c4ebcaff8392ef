import type { Operation } from '@x/rest'
import { closed } from '@x/rest/validation'
import { type GenericSchema, maxLength, pipe, record, string } from 'valibot'
import { secrets as routes } from '../routes.ts'
import type { CreateSecretBody, Secrets, UpdateSecretBody } from '../types/secret.ts'

const params = { clusterUuid: string() }
const secretParams = { clusterUuid: string(), secretName: string() }

const secrets: GenericSchema<unknown, Secrets> = record(string(), string())

const createBody: GenericSchema<unknown, CreateSecretBody> = closed({
  secretName: pipe(string(), maxLength(49, 'has to have less than 50 characters')),
  secretValue: string(),
})

const updateBody: GenericSchema<unknown, UpdateSecretBody> = closed({ secretValue: string() })

export const secretOperations: readonly Operation[] = [
  {
    ...routes.list,
    summary: 'All connector secrets of a cluster, name to value',
    permission: 'Connector Secrets: get',
    params,
    response: secrets,
  },
  {
    ...routes.create,
    summary: 'Adds a connector secret',
    permission: 'Connector Secrets: create',
    params,
    body: createBody,
  },
  {
    ...routes.update,
    summary: 'Gives a connector secret a new value',
    permission: 'Connector Secrets: update',
    params: secretParams,
    body: updateBody,
  },
  {
    ...routes.delete,
    summary: 'Deletes a connector secret; it may be listed for a while',
    permission: 'Connector Secrets: delete',
    params: secretParams,
  },
]
