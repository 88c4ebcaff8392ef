import type { Mistake } from './mistakes.ts'
import type { Row } from './recorder.ts'

const wide = 46
const color = (code: number, text: string): string => (process.stdout.isTTY ? `\x1b[${code}m${text}\x1b[0m` : text)

export const heading = (text: string): string => `\n${color(1, text)}`

export const rowLine = ({ call, result, ms, failed }: Row): string =>
  `  ${failed ? color(31, '✗') : color(32, '✓')} ${call.padEnd(wide)} ${`${ms.toFixed(1)} ms`.padStart(10)}  ${failed ? color(31, result) : result}`

export const mistakeLine = ({ mistake, answer }: Mistake): string => `  ${mistake.padEnd(wide)} ${color(33, answer)}`
