import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { engineCommand } from '../../../tools/engines/engines.ts'
import { run } from './support/run.ts'

const config = fileURLToPath(new URL('../../../deno.json', import.meta.url))

// `order.test.ts` is one of Vitest's own test files here.
it.each([
  ['node:test', 'node-test.ts', process.execPath, ['--test', '--test-reporter=tap'], /^# pass 3$/m],
  [
    'Deno.test',
    'deno-test.ts',
    engineCommand('deno'),
    ['test', '--no-prompt', '--no-check', '--allow-read', '--allow-env', '--config', config],
    /3 passed/,
  ],
  ['bun test', 'bun-test.ts', engineCommand('bun'), ['test'], /3 pass\b/],
] as const)('%s runs the same tests of a process', async (_name, file, engine, args, passed) => {
  const { code, stdout, stderr } = await run(
    `testing/${file}`,
    [],
    { NO_COLOR: '1' },
    { command: [engine ?? '', ...args] },
  )
  const out = stdout + stderr
  expect(code, out).toBe(0)
  expect(out).toMatch(passed)
  expect(out).toContain('Process coverage: 100% (10 of 10 elements and flows)')
})
