import { describeRun } from '../../../../tools/describe-machine.ts'
import type { Report } from './report.ts'
import type { Rows } from './rows.ts'
import { type Section, sectionsOf } from './sections.ts'

/** The whole report as Markdown, without its own heading. */
export function toMarkdown(report: Report): string {
  return `${[`Measured on ${describeRun(report.machine)}.`, ...sectionsOf(report).map(toSection)].join('\n\n')}\n`
}

function toSection({ title, text, counts = [], rows, list = [] }: Section): string {
  const parts = [
    `## ${title}`,
    escapeMarkdown(text.join(' ')),
    ...counts.flatMap(({ title, least, counts }) => [
      `### ${escapeMarkdown(title)}`,
      toTable([
        ['Client', `Token requests (minimum: ${least})`],
        ...counts.map(({ client, isLeast, text }) => [client, isLeast ? `${text} *` : text]),
      ]),
    ]),
    ...(rows ? [toTable(rows)] : []),
    list.map((item) => `- ${escapeMarkdown(item)}`).join('\n'),
  ]
  return parts.filter(Boolean).join('\n\n')
}

function toTable([head = [], ...rows]: Rows): string {
  const toLine = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`
  const alignment = head.map((_, column) => (column === 0 ? '---' : '--:'))
  return [toLine(head), `| ${alignment.join(' | ')} |`, ...rows.map(toLine)].join('\n')
}

/** Some renderers treat `@` as the start of a mention, and client names begin with it. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[*_|<@]/g, '\\$&')
}
