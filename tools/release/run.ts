import { spawn } from 'node:child_process'
import process from 'node:process'

export interface RunOptions {
  readonly cwd: string
  /** Added to the environment of this process; `undefined` removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>
}

/** Runs a command and returns its standard output. Throws with the whole output if it fails. */
export function run(command: string, args: readonly string[], { cwd, env }: RunOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let stdout = ''
    let said = ''
    child.stdout.on('data', (chunk) => {
      stdout += chunk
      said += chunk
    })
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(stdout)
      else reject(new Error(`${[command, ...args].join(' ')} ended with ${code}:\n${said}`))
    })
  })
}
