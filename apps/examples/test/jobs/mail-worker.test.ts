import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'
import { expect, it, vi } from 'vitest'
import { engineCommand } from '../../../../tools/engines/engines.ts'
import { createMailWorker } from '../../src/jobs/create-mail-worker.ts'
import { handler } from '../../src/jobs/lambda.ts'
import { makeFolder } from '../support/folder.ts'
import { startMailJobs } from '../support/mail-jobs.ts'
import { run, source } from '../support/run.ts'

/** Members that Miniflare's types lack. */
interface WorkerHandle {
  scheduled(options: { readonly cron: string }): Promise<{ readonly outcome: string }>
  queue(name: string, messages: readonly object[]): Promise<{ readonly outcome: string }>
}

it('fails a job with a delay when the mail service is down', async () => {
  const place = await startMailJobs()
  place.mailStatus = 503
  const job = place.add('ada@example.com')
  const worker = createMailWorker({ variables: place.variables, mailUrl: place.variables.MAIL_URL })
  await worker.runFor({ ms: 10_000 })
  const body = { retries: 2, retryBackOff: 30_000, errorMessage: 'The mail service responded with 503' }
  expect(job.accepted).toMatchObject([{ command: 'fail', body }])
  expect(worker.stats()).toMatchObject({ failed: 1, held: 0 })
})

it('Cloudflare: a cron trigger and a queue work on available jobs, with one token', async () => {
  const place = await startMailJobs()
  const bundling = { bundle: true, format: 'esm', write: false, minify: true, logLevel: 'error' } as const
  const { outputFiles } = await build({ entryPoints: [source('jobs/cloudflare.ts')], ...bundling })
  const miniflare = new Miniflare({
    modules: true,
    script: outputFiles[0]?.text ?? '',
    compatibilityDate: '2026-07-01',
    kvNamespaces: ['TOKENS'],
    queueConsumers: ['mails'],
    bindings: place.variables,
  })
  try {
    const worker = (await miniflare.getWorker()) as unknown as WorkerHandle
    const first = Array.from({ length: 40 }, (_, index) => place.add(`${index}@example.com`))
    expect(await worker.scheduled({ cron: '* * * * *' })).toMatchObject({ outcome: 'ok' })
    for (const { state } of first) expect(state).toBe('completed')
    const second = place.add('ada@example.com')
    const message = { id: '1', timestamp: new Date(), attempts: 1, body: {} }
    expect(await worker.queue('mails', [message])).toMatchObject({ outcome: 'ok' })
    expect(second.accepted).toMatchObject([
      { command: 'complete', body: { variables: { mailSentAt: expect.any(String) } } },
    ])
  } finally {
    await miniflare.dispose()
  }
  expect(place.mails).toHaveLength(41)
  expect(place.tokenRequests()).toBe(1)
  expect(place.jobs.openPolls()).toBe(0)
})

it('Lambda: works on available jobs, and returns counts', async () => {
  const place = await startMailJobs()
  for (const [name, value] of Object.entries(place.variables)) vi.stubEnv(name, value)
  try {
    for (const runs of [1, 2]) {
      const job = place.add('ada@example.com')
      const stats = await handler({}, { getRemainingTimeInMillis: () => 11_000 })
      expect(stats).toMatchObject({ completed: runs, held: 0, reserved: 0, lost: 0 })
      expect(job.state).toBe('completed')
    }
  } finally {
    vi.unstubAllEnvs()
  }
  expect(place.tokenRequests()).toBe(1)
})

it('Deno: works on available jobs each time that cron runs it, with the permissions of its first line', async ({
  skip,
}) => {
  const deno = engineCommand('deno')
  skip(!deno, 'Deno is not on this machine')
  const place = await startMailJobs()
  const job = place.add('ada@example.com')
  const [firstLine = ''] = (await readFile(source('jobs/deno-cron.ts'), 'utf8')).split('\n')
  const flags = firstLine.split(' ').slice(4)
  expect(flags).toEqual(['--unstable-cron', '--allow-net', '--allow-env'])
  // Its cron fires at full minutes. The script that calls it immediately is not part of the workspace, so its path is
  // passed.
  const config = fileURLToPath(new URL('../../../../deno.json', import.meta.url))
  const folder = await makeFolder({})
  const main = join(folder, 'main.ts')
  const cron =
    'const calls = []\nObject.defineProperty(Deno, "cron", { value: (_name, _schedule, handle) => calls.push(handle()) })\n'
  await writeFile(
    main,
    `${cron}await import(${JSON.stringify(source('jobs/deno-cron.ts'))})\nawait Promise.all(calls)\n`,
  )
  const command = [deno ?? '', 'run', '--no-prompt', '--no-check', '--config', config, ...flags, main]
  const { code, stderr } = await run('jobs/deno-cron.ts', [], { ...place.variables, NO_COLOR: '1' }, { command })
  expect(code, stderr).toBe(0)
  expect(job.state).toBe('completed')
})

it('Node: a service finishes its jobs when it gets SIGTERM', async () => {
  const place = await startMailJobs()
  const child = spawn(process.execPath, [source('jobs/node-service.ts')], { env: place.variables, stdio: 'inherit' })
  const ended = once(child, 'exit')
  const job = place.add('ada@example.com')
  await vi.waitFor(() => expect(job.state).toBe('completed'), { timeout: 30_000 })
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(place.mails).toEqual([{ address: 'ada@example.com', subject: 'Your order' }])
})
