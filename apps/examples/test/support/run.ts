import { execFile } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a file of `src` as a process of its own, with these variables and no others. */
export function run(file: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Run> {
  const path = fileURLToPath(new URL(`../../src/${file}`, import.meta.url))
  return new Promise((resolve) => {
    execFile(process.execPath, [path, ...args], { env: { ...env } }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
  })
}
