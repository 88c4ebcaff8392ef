import { expect, test } from 'vitest'
import { createOperateClient } from '../src/index.ts'
import { operations } from '../src/operations.ts'
import { serve, testAuth } from './serve.ts'

test('a 403 says which permission is missing, for every operation', async () => {
  const { baseUrl } = await serve(() => ({ status: 403, body: '{"message":"Forbidden"}' }))
  const operate = createOperateClient({ auth: testAuth(), baseUrl })
  for (const { id, permission, params } of operations) {
    const [resource, verb] = id.split('.') as ['processInstances', 'get']
    await expect(operate[resource][verb](params ? '1' : ({} as never))).rejects.toThrow(`the permission ${permission};`)
  }
})
