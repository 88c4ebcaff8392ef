import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { curlSnippet } from '../../../src/take-home/curl.ts'
import { createSnippet } from '../../../src/take-home/snippets.ts'
import { wireRequest } from '../../../src/take-home/wire-request.ts'
import { embeddedAccesses } from '../support/embedded-accesses.ts'
import { exampleRequests } from './support/example-requests.ts'
import { makeFolder } from './support/folder.ts'
import { run } from './support/run.ts'

const tsc = fileURLToPath(new URL('../../../../../node_modules/.bin/tsc', import.meta.url))

const config = {
  extends: '../../../tsconfig.base.json',
  // As in a project that has nothing else: the runtimes bring what is global.
  compilerOptions: { lib: ['es2023', 'dom'], types: [] },
  include: ['*.ts'],
}

test('the code of every operation compiles against the packages, and that for curl is a shell script', async (context) => {
  const requests = await exampleRequests(embeddedAccesses().accesses)
  expect(requests.length).toBeGreaterThan(90)
  const files: Record<string, string> = { 'tsconfig.json': JSON.stringify(config) }
  const scripts: string[] = []
  for (const request of requests) {
    const name = `${request.api.name}.${request.operation.id}${request.allPages ? 'All' : ''}`
    for (const runtime of ['node', 'worker'] as const) {
      files[`${name}.${runtime}.ts`] = createSnippet(runtime, request)
    }
    if (request.allPages) continue
    files[`${name}.sh`] = curlSnippet(request.api, await wireRequest(request.api, request.operation, request.input))
    scripts.push(`${name}.sh`)
  }
  const folder = await makeFolder(files, context)
  const compiled = await run(tsc, ['-p', '.'], folder, { PATH: process.env.PATH ?? '' })
  expect(compiled).toEqual({ code: 0, stdout: '', stderr: '' })
  const parsed = await run(
    '/bin/sh',
    ['-c', `for file in "$@"; do sh -n "$file" || exit 1; done`, 'sh', ...scripts],
    folder,
  )
  expect(parsed).toEqual({ code: 0, stdout: '', stderr: '' })
})
