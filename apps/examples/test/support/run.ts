import { execFile } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  /** The command that runs the file, with its own arguments. @defaultValue Node */
  readonly command?: readonly string[] | undefined
  readonly cwd?: string | undefined
}

/** Returns the path of a file of `src`. */
export const source = (file: string): string => fileURLToPath(new URL(`../../src/${file}`, import.meta.url))

/** Runs a file of `src` as a separate process, with exactly these variables. */
export function run(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  { command: [command = '', ...before] = [process.execPath], cwd }: RunOptions = {},
): Promise<Run> {
  const options = { env: { ...env }, cwd, timeout: 25_000 }
  return new Promise((resolve) => {
    execFile(command, [...before, source(file), ...args], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr: stderr || (error?.message ?? '') }),
    )
  })
}
