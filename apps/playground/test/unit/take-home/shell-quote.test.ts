import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shellQuote } from '../../../src/take-home/curl.ts'
import { run } from './support/run.ts'

test('the shell reads every text as one word, as it is', async () => {
  const piece = fc.constantFrom(
    "'",
    '"',
    '\\',
    '$(id)',
    '`id`',
    '$HOME',
    '!',
    '*',
    '\n',
    ' ',
    ';',
    '&',
    '~',
    '-',
    'ä',
    '#',
    'x',
  )
  const texts = fc.sample(fc.string({ unit: piece }), { numRuns: 300, seed: 1 })
  const { stdout } = await run('/bin/sh', ['-c', `printf '%s\\0' ${texts.map(shellQuote).join(' ')}`], '/')
  expect(stdout.split('\0').slice(0, -1)).toEqual(texts)
})
