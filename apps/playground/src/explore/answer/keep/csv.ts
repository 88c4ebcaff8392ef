import { columnsOf } from '../value/columns.ts'
import { isObject } from '../value/list-of.ts'

/**
 * A list as CSV after RFC 4180: a row for each item, a column for each member, lists and objects as JSON. The digits of
 * keys are exact, but a spreadsheet that opens the file by a double click rounds what has more than 15 of them: import
 * the column as text there.
 *
 * Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection").
 */
export function toCsv(items: readonly unknown[]): string {
  const columns = columnsOf(items)
  const rows = items.map((item) => columns.map(({ read }) => cellText(read(item))))
  return [columns.map(({ name }) => guard(name)), ...rows].map((cells) => `${cells.map(quote).join(',')}\r\n`).join('')
}

function cellText(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value) || isObject(value)) return guard(JSON.stringify(value))
  return typeof value === 'string' ? guard(value) : String(value)
}

// A minus in front of digits alone is a number, not a formula.
const formula = /^(?!-\d+(\.\d+)?$)[=+\-@\t\r\n]/

function guard(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

function quote(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
