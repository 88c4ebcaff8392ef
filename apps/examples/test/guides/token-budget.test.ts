import { readFile } from 'node:fs/promises'
import { createEmulator } from '@x/emulator'
import { expect, it } from 'vitest'
import { createWatchedOAuth } from '../../src/guides/watch-tokens.ts'
import { readGuide, tableBelow } from '../support/guide.ts'

it('reports tokens and rejections, and shows neither', async () => {
  const camunda = createEmulator()
  const { fetch } = camunda
  const credentials = camunda.credentials('cluster')
  const lines: string[] = []
  const open = (clientSecret: string) =>
    createWatchedOAuth({ ...credentials, clientSecret, fetch, minTokenIntervalMs: 0 }, (line) => lines.push(line))
  const { accessToken } = await open(credentials.clientSecret).token('operate.camunda.io')
  camunda.reset()
  await expect(open('wrong').token('operate.camunda.io')).rejects.toMatchObject({ code: 'token_rejected' })
  expect(lines).toEqual([
    expect.stringMatching(/^token for operate\.camunda\.io, took \d+ ms$/),
    expect.stringMatching(/^no token: token_rejected, The token endpoint rejected client ".+" \(401, .*Check clientId/),
  ])
  expect(lines.join()).not.toContain(accessToken)
})

/** Formats a number of milliseconds like the guide. */
function inWords(ms: number): string {
  if (ms === 3_600_000) return 'an hour'
  return ms > 60_000 ? `${ms / 60_000} min` : `${ms / 1000} s`
}

it.each([
  ['between two token requests', 'options.ts', /minTokenIntervalMs = ([\d_]+)/],
  ['a lease', 'shared-records.ts', /LEASE_MS = ([\d_]+)/],
  ['a lease', 'token-renewal.ts', /REQUEST_MS = LEASE_MS - ([\d_]+)/],
  ['cooldown of a rejected credential', 'cooldowns.ts', /cooldownMs.* = doubling\(([\d_]+)/],
  ['cooldown of a rejected credential', 'cooldowns.ts', /cooldownMs.* = doubling\([\d_]+, ([\d_]+)\)/],
  ['after 429', 'cooldowns.ts', /LONGEST_COOLDOWN_MS = ([\d_]+)/],
  ['after 429', 'token-renewal.ts', /isLimit \? doubling\(([\d_]+)/],
  ['after 5xx', 'token-renewal.ts', /: doubling\(([\d_]+), [\d_]+\)/],
  ['after 5xx', 'token-renewal.ts', /: doubling\([\d_]+, ([\d_]+)\)/],
  ['longest wait of a call', 'options.ts', /timeoutMs = ([\d_]+)/],
  ['renewed before expiry', 'options.ts', /refreshAheadMs = ([\d_]+)/],
  ['not handed out before expiry', 'token-cycle.ts', /Math\.min\(([\d_]+), \(expiresAt - at\) \/ 50\)/],
  ['between failing renewals', 'token-cycle.ts', /LONGEST_PAUSE_MS = ([\d_]+)/],
  ['a storage that hangs', 'storage-guard.ts', /PATIENCE_MS = ([\d_]+)/],
  ['a storage that hangs', 'storage-guard.ts', /REST_MS = ([\d_]+)/],
])('%s: the guide has the number of %s', async (what, file, number) => {
  const source = await readFile(new URL(`../../../../packages/auth/src/${file}`, import.meta.url), 'utf8')
  const [, digits = ''] = number.exec(source) ?? []
  const rows = tableBelow(await readGuide('token-budget'), 'The numbers')
  const [, said = ''] = rows.find(([row]) => row === what) ?? []
  expect(` ${said.replace(/[;,)]/g, ' ')} `).toContain(` ${inWords(Number(digits.replaceAll('_', '')))} `)
})
