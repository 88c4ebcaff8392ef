import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestContext } from 'vitest'

const app = fileURLToPath(new URL('../../../../', import.meta.url))

/** A folder inside this app, so that code in it finds the packages as in a project that installed them. Gone after the test. */
export async function makeFolder(
  files: Readonly<Record<string, string>>,
  { onTestFinished }: TestContext,
): Promise<string> {
  const folder = await mkdtemp(join(app, '.take-home-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)))
  return folder
}
