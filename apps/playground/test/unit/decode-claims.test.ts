import { createOAuth } from '@x/auth'
import { createEmulator } from '@x/emulator'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeClaims } from '../../src/tokens/decode-claims.ts'

test('reads the claims of a token of the embedded Camunda', async () => {
  const emulator = createEmulator()
  const auth = createOAuth({ ...emulator.credentials('cluster'), fetch: emulator.fetch })
  const { accessToken } = await auth.token('operate.camunda.io')
  const { clientId } = emulator.credentials('cluster')
  expect(decodeClaims(accessToken)).toMatchObject({ aud: 'operate.camunda.io', client_id: clientId })
})

test('takes what is no JWT for opaque, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.tuple(fc.string(), fc.base64String(), fc.string()).map((parts) => parts.join('.')),
      ),
      (text) => {
        const claims = decodeClaims(text)
        expect(claims === undefined || typeof claims === 'object').toBe(true)
      },
    ),
  )
})
