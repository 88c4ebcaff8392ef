import { createEmulator } from '@x/emulator'
import { expect, it } from 'vitest'
import { createWatchedOAuth } from '../../src/guides/watch-tokens.ts'

it('tells of tokens and of refusals, and shows neither', async () => {
  const camunda = createEmulator()
  const credentials = camunda.credentials('cluster')
  const lines: string[] = []
  const open = (clientSecret: string) =>
    createWatchedOAuth({ ...credentials, clientSecret, fetch: camunda.fetch }, (line) => lines.push(line))
  const { accessToken } = await open(credentials.clientSecret).token('operate.camunda.io')
  camunda.reset()
  await expect(open('wrong').token('operate.camunda.io')).rejects.toMatchObject({ code: 'token_rejected' })
  expect(lines).toEqual([
    expect.stringMatching(/^token for operate\.camunda\.io, took \d+ ms$/),
    expect.stringMatching(/^no token: token_rejected, The token endpoint refused client ".+" \(401, .*Check clientId/),
  ])
  expect(lines.join()).not.toContain(accessToken)
})
