import { ScaffoldError } from './workspace.ts'

/** Changes the rows of the Markdown table with this first column, and aligns it again. */
export function editTable(text: string, firstColumn: string, change: (rows: string[][]) => string[][]): string {
  const found = new RegExp(`^\\| ${firstColumn} .*(\\n\\|.*)+`, 'm').exec(text)
  if (!found) throw new ScaffoldError(`There is no table with the column ${firstColumn}.`)
  const [head = [], , ...rows] = found[0].split('\n').map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  const all = [head, ...change(rows)]
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  const rule = line(widths.map((width) => '-'.repeat(width)))
  const [top = '', ...rest] = all.map(line)
  return text.replace(found[0], () => [top, rule, ...rest].join('\n'))
}
