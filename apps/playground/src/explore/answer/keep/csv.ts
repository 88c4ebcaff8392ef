import { columnsOf } from '../value/columns.ts'
import { isObject } from '../value/list-of.ts'

/**
 * Returns a list as CSV after RFC 4180: a row for each item, a column for each member, lists and objects as JSON.
 *
 * It is meant for spreadsheets; programs read the JSON. Excel rounds numbers of more than 15 digits, quoted or not, so
 * longer ones, such as keys, are written as `="2251799813685254"`: a formula whose result is a text with exactly these
 * digits. All other text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection").
 */
export function toCsv(items: readonly unknown[]): string {
  const columns = columnsOf(items)
  const rows = items.map((item) => columns.map(({ read }) => cellText(read(item))))
  return [columns.map(({ name }) => guard(name)), ...rows].map((cells) => `${cells.map(quote).join(',')}\r\n`).join('')
}

function cellText(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value) || isObject(value)) return guard(JSON.stringify(value))
  const text = String(value)
  if (LONG_NUMBER.test(text)) return `="${text}"`
  return typeof value === 'string' ? guard(text) : text
}

/** More digits than Excel keeps. */
const LONG_NUMBER = /^-?\d{16,}$/

// A minus followed only by digits is a number, not a formula.
const formula = /^(?!-\d+(\.\d+)?$)[=+\-@\t\r\n]/

function guard(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

function quote(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
