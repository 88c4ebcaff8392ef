import { closed, record, refine, string } from '@x/rest/validation'
import type { GenericSchema } from 'valibot'
import type { secrets as routes } from '../routes.ts'
import type { CreateSecretBody, Secrets, UpdateSecretBody } from '../types/secret.ts'
import type { Schemas } from './schemas.ts'

const secrets: GenericSchema<unknown, Secrets> = record(string())

const createBody: GenericSchema<unknown, CreateSecretBody> = closed({
  secretName: refine(string(), (text) => text.length < 50, 'has to have less than 50 characters'),
  secretValue: string(),
})

const updateBody: GenericSchema<unknown, UpdateSecretBody> = closed({ secretValue: string() })

export const secretsSchemas: Schemas<typeof routes> = {
  list: { response: secrets },
  create: { body: createBody },
  update: { body: updateBody },
  delete: {},
}
