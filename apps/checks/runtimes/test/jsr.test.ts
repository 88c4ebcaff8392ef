import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { enginesFolder, engineVersion } from '../../../../tools/engines/engines.ts'

const run = promisify(execFile)
const repository = fileURLToPath(new URL('../../../../', import.meta.url))

test('deno.json says what package.json says', async () => {
  await run(process.execPath, ['tools/sync/manifests.mjs', '--check'], { cwd: repository })
})

test('all packages can be published to JSR, without slow types', async (context) => {
  context.skip(!engineVersion('deno') && !process.env.CI, 'Deno is not on this machine')
  const command = join(enginesFolder, 'node_modules/.bin/deno')
  const args = ['publish', '--dry-run', '--allow-dirty', '--no-lock']
  const { stderr } = await run(command, args, { cwd: repository, env: { ...process.env, NO_COLOR: '1' } })
  expect(stderr).toContain('Checking for slow types')
  expect(stderr).toContain('Success Dry run complete')
})
