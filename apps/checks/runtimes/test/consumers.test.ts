import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enginesFolder, engineVersion } from '../../../../tools/engines/engines.ts'
import { createProject, type Project } from '../src/host/project.ts'

// Typical user code, in `consumers`, compiles against the packed packages: with fetch, Request and Headers of the DOM,
// of Node and of Bun, with strict alone and with exactOptionalPropertyTypes.
const run = promisify(execFile)
const consumers = fileURLToPath(new URL('../consumers', import.meta.url))
const compilers = ['5.6', '7.0']
const worlds = {
  dom: { lib: ['es2022', 'dom', 'dom.iterable'], types: [] },
  node: { lib: ['es2022'], types: ['node'] },
  bun: { lib: ['es2022'], types: ['bun'] },
}

let project: Project
let files: string[]
beforeAll(async () => {
  project = await createProject()
  await cp(consumers, project.file('consumers'), { recursive: true })
  files = (await readdir(consumers)).map((file) => `consumers/${file}`)
  await mkdir(project.file('node_modules/@types'), { recursive: true })
  // Bun's types are available where an example needs them.
  const { resolve } = createRequire(new URL('../../../examples/package.json', import.meta.url))
  for (const name of ['node', 'bun']) {
    await symlink(dirname(resolve(`@types/${name}/package.json`)), project.file(`node_modules/@types/${name}`))
  }
})
afterAll(() => project?.remove())

describe.concurrent('typical user code compiles', () => {
  for (const compiler of compilers) {
    for (const [world, options] of Object.entries(worlds)) {
      for (const exactOptionalPropertyTypes of [false, true]) {
        const title = `TypeScript ${compiler}, types of ${world}, exactOptionalPropertyTypes ${exactOptionalPropertyTypes}`
        test(title, async (context) => {
          const installed = `typescript-${compiler}`
          context.skip(!engineVersion(installed) && !process.env.CI, `TypeScript ${compiler} is not on this machine`)
          const base = { strict: true, noEmit: true, skipLibCheck: true, target: 'es2022', module: 'preserve' }
          const compilerOptions = { ...base, ...options, exactOptionalPropertyTypes }
          const config = project.file(`tsconfig-${compiler}-${world}-${exactOptionalPropertyTypes}.json`)
          await writeFile(config, JSON.stringify({ compilerOptions, files }))
          const tsc = join(enginesFolder, 'node_modules', installed, 'bin/tsc')
          const failure = await run(process.execPath, [tsc, '-p', config, '--pretty', 'false'], {
            cwd: project.folder,
          }).then(
            () => '',
            ({ stdout, stderr }) => `${stdout}${stderr}`,
          )
          expect(failure).toBe('')
        })
      }
    }
  }
})
