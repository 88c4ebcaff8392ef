import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Run } from './run.ts'
import type { RunSample } from './sample.ts'

/** Starts a runtime on a file. */
export type Start = (file: string) => Promise<Run>

/**
 * Runs programs one after the other in one process: a process for each would cost far more than what they do. What is
 * special about one of its own is left to {@link runAlone}.
 */
export function runTogether(folder: string, start: Start): RunSample {
  return async (files) => {
    const runner = `all-${files.length}.mjs`
    const lines = [
      'const printed = []',
      'const { log } = console',
      "console.log = (...parts) => void (printed[printed.length - 1] += parts.join(' ') + '\\n')",
      // A literal specifier, because Deno requires read permission for one that it cannot analyze.
      ...files.flatMap((file) => ["printed.push('')", `await import('./${file}')`]),
      'log(JSON.stringify(printed))',
    ]
    await writeFile(join(folder, runner), lines.join('\n'))
    return JSON.parse(await runAlone(start, runner))
  }
}

/** Runs a program as a process and returns what it printed. */
export async function runAlone(start: Start, file: string): Promise<string> {
  const { code, stdout, stderr } = await start(file)
  expect({ code, stderr }, file).toEqual({ code: 0, stderr: '' })
  return stdout
}
