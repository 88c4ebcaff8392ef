import { expect, test } from 'vitest'
import { apis, createResource } from './apis.ts'

/** Values that people pass by mistake: an unset variable, only an address. */
const wrong = [null, undefined, 'https://camunda.example.com', 7] as never[]

test.each(apis)('$about.name: options that are not an object are rejected by every factory', async (api) => {
  const { about, operations, createClient, createUncheckedClient } = api
  const [name = ''] = operations[0]?.id.split('.') ?? []
  for (const options of wrong) {
    for (const create of [createClient, createUncheckedClient]) {
      expect(() => create(options)).toThrow(expect.objectContaining({ code: 'config_invalid' }))
    }
    for (const entry of [`@x/${about.name}`, `@x/${about.name}/unchecked`]) {
      await expect(createResource(entry, name, options)).rejects.toMatchObject({
        code: 'config_invalid',
        message: '`options` must be an object',
      })
    }
  }
})
