import { readFile } from 'node:fs/promises'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import type { Manifest } from './workspace.ts'

export async function checkPublint(tarball: string, manifest: Manifest): Promise<string[]> {
  const { messages } = await publint({
    pack: { tarball: new Uint8Array(await readFile(tarball)).buffer },
    strict: true,
  })
  return messages.map((message) => `publint: ${formatMessage(message, manifest, { color: false })}`)
}

/** Runs are-the-types-wrong. */
export async function checkTypes(tarball: string): Promise<string[]> {
  const result = await checkPackage(createPackageFromTarballData(new Uint8Array(await readFile(tarball))))
  if (!result.types) return ['types: there are none']
  // ES modules only: `require` works in newer versions of Node, which this tool does not know.
  const problems = result.problems.filter(
    (problem) => !('resolutionKind' in problem) || problem.resolutionKind !== 'node16-cjs',
  )
  return problems.map((problem) => `types: ${JSON.stringify(problem)}`)
}
