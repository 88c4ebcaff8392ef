import { appendFile } from 'node:fs/promises'
import { describeStep, marks, pathOf, reasonOf, summarize } from './report.ts'
import type { SyncResult } from './sync-folder.ts'

/** Variables that GitHub Actions sets for each step of a job. */
export interface GitHubVariables {
  readonly GITHUB_ACTIONS?: string | undefined
  readonly GITHUB_SHA?: string | undefined
  /** File whose text is shown on the page of the run. */
  readonly GITHUB_STEP_SUMMARY?: string | undefined
}

/** Adds a table of the differences to the page of the run. Does nothing outside GitHub Actions. */
export async function writeSummary(result: SyncResult, { GITHUB_STEP_SUMMARY: file }: GitHubVariables): Promise<void> {
  if (!file) return
  const shown = result.steps.filter(({ action }) => action !== 'none')
  const rows = shown.map((step) => `| ${marks[step.action]} | ${code(pathOf(step))} | ${describeStep(step)} |`)
  const failures = result.failures.map(({ step, error }) => `- ${code(pathOf(step))}: ${code(reasonOf(error))}`)
  const table = rows.length > 0 ? ['', '| | File | |', '|---|---|---|', ...rows] : []
  const heading = `### ${code(result.project)}: ${summarize(result)}${result.dryRun ? ' (dry run)' : ''}`
  await appendFile(file, `${[heading, ...table, '', ...failures].join('\n')}\n`)
}

/** Returns an error as an annotation of the run; unchanged outside GitHub Actions. */
export function errorLine(message: string, { GITHUB_ACTIONS }: GitHubVariables): string {
  if (GITHUB_ACTIONS !== 'true') return message
  return `::error title=Web Modeler::${message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`
}

/** Escapes text for Markdown and HTML. */
function code(text: string): string {
  return `<code>${text.replace(/[&<>|`*_~[\]\\\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)}</code>`
}
