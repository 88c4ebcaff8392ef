import { closed } from '@x/rest/validation'
import { type GenericSchema, pipe, record, regex, string } from 'valibot'
import type { secrets as routes } from '../routes.ts'
import type { CreateSecretBody, Secrets, UpdateSecretBody } from '../types/secret.ts'
import type { Schemas } from './schemas.ts'

const secrets: GenericSchema<unknown, Secrets> = record(string(), string())

const createBody: GenericSchema<unknown, CreateSecretBody> = closed({
  secretName: pipe(string(), regex(/^.{0,49}$/s, 'has to have less than 50 characters')),
  secretValue: string(),
})

const updateBody: GenericSchema<unknown, UpdateSecretBody> = closed({ secretValue: string() })

export const secretsSchemas: Schemas<typeof routes> = {
  list: { response: secrets },
  create: { body: createBody },
  update: { body: updateBody },
  delete: {},
}
