import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Camunda } from '../host/camunda.ts'
import type { Project } from '../host/project.ts'
import { variablesOf } from '../suite/place.ts'
import type { Run } from './runtime.ts'

/** How a runtime that is a program runs a file. */
export interface Program {
  readonly command: string
  readonly args?: readonly string[] | undefined
  /** File of the suite. */
  readonly file: string
}

/** Runs it. The last printed line is the report. Its environment contains the credentials and nothing else. */
export async function runProcess(project: Project, camunda: Camunda, program: Program): Promise<Run | undefined> {
  const { command, args = [], file } = program
  if (!existsSync(command)) return undefined
  const { setup } = camunda
  const env = { ...variablesOf(setup.clusterFile), ...variablesOf(setup.organizationFile), NO_COLOR: '1' }
  const child = spawn(command, [...args, project.file(file), JSON.stringify(setup)], { cwd: project.folder, env })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk))
  const code = await new Promise((resolve) => child.on('error', resolve).on('close', resolve))
  const report = printed.match(/^\{"version":.*\}$/m)?.[0]
  if (code !== 0 || !report) throw new Error(`${command} ended with ${code}:\n${printed.slice(-3000)}`)
  return { ...JSON.parse(report), printed: printed.replace(report, '') }
}
