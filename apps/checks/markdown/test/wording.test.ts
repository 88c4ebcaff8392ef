import { execFile } from 'node:child_process'
import process from 'node:process'
import { expect, it } from 'vitest'
import { proseOf } from '../../../../tools/wording/prose.ts'
import { rules } from '../../../../tools/wording/rules.ts'

const root = new URL('../../../..', import.meta.url).pathname
const found = (text: string) => rules.filter(({ pattern }) => pattern.test(text)).map(({ instead }) => instead)

it('Markdown, comments and messages follow the wording rules', async () => {
  const report = await new Promise<string>((resolve) => {
    execFile(process.execPath, ['tools/wording/check.ts'], { cwd: root }, (_error, _stdout, stderr) => resolve(stderr))
  })
  expect(report).toBe('')
})

it('finds a phrase in prose, comments and messages, and none in code', () => {
  const markdown = 'Text `mend` [x](mend.md)\n```ts\nmend()\n```\nWe mend it'
  expect(proseOf('a.md', markdown).filter(({ text }) => /mend/.test(text))).toEqual([{ number: 5, text: 'We mend it' }])
  const code = [
    'const mend = "mend"',
    '/**',
    ' * We mend it.',
    ' *',
    ' * @example',
    ' * mend()',
    ' */',
    "throw new Error('We mend it')",
    '// mend it',
  ].join('\n')
  const lines = proseOf('a.ts', code).filter(({ text }) => /mend/.test(text))
  expect(lines.map(({ number }) => number)).toEqual([3, 8, 9])
})

it('suggests a replacement', () => {
  expect(found('Gives the id of the file.')).toEqual(['Returns'])
  expect(found('The call is tried again, and the behaviour stays.')).toEqual(['is retried', 'American spelling'])
  expect(found('Returns the response; it must be an object inside the list.')).toEqual([])
})
