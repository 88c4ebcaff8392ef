import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { engineCommand, enginesFolder, engineVersion } from '../../../../tools/engines/engines.ts'

const script = fileURLToPath(new URL('../../../../packages/auth/test/support/full-disk.ts', import.meta.url))
const node26 =
  engineVersion('node26') || process.env.CI ? join(enginesFolder, 'node_modules/node26/bin/node') : undefined

// Both runtimes end the program if a file handle is never closed. The same test as in the package, which runs on Node
// 24.
test.each<[string, string | undefined, string[]]>([
  ['Node 26', node26, ['--expose-gc']],
  ['Bun', engineCommand('bun'), []],
])('a full disk under fileStorage leaves no file handle open, on %s', async (name, command, args) => {
  if (!command) return console.warn(`skipped: ${name} is not installed`)
  const directory = await mkdtemp(join(tmpdir(), 'runtimes-full-'))
  try {
    const shell = ['-c', 'trap "" XFSZ; ulimit -f 0; exec "$@"', 'sh']
    const { stdout } = await promisify(execFile)('sh', [...shell, command, ...args, script, directory])
    expect(JSON.parse(stdout)).toEqual({ requests: 3, failures: 1, left: [] })
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
})
