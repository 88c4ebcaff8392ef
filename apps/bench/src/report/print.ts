import { describeRun } from '../../../../tools/describe-machine.ts'
import type { Report } from './report.ts'
import { type Section, sectionsOf } from './sections.ts'
import { table } from './table.ts'

/** The whole report as text. */
export function print(report: Report): string {
  return `${[`${describeRun(report.machine)}.`, ...sectionsOf(report).map(printSection)].join('\n\n')}\n`
}

function printSection({ text, counts = [], rows, list = [] }: Section): string {
  const parts = [
    ...text,
    ...counts.flatMap(({ title, least, counts }) => [
      `${title} (minimum: ${least})`,
      ...counts.map(({ client, isLeast, text }) => `  ${isLeast ? '*' : ' '} ${client.padEnd(36)} ${text}`),
    ]),
    ...(rows ? [table(rows)] : []),
    ...list.map((item) => `- ${item}`),
  ]
  return parts.join('\n')
}
