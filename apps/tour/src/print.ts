import type { Mistake } from './mistakes.ts'
import type { Row } from './recorder.ts'

const wide = 52
const color = (code: number, text: string): string => (process.stdout.isTTY ? `\x1b[${code}m${text}\x1b[0m` : text)

/** Names from the service may have any length: they are shortened to keep columns aligned. */
const fit = (text: string): string => (text.length > wide ? `${text.slice(0, wide - 1)}…` : text.padEnd(wide))

export const heading = (text: string): string => `\n${color(1, text)}`

export const rowLine = ({ call, result, ms, failed }: Row): string =>
  `  ${failed ? color(31, '✗') : color(32, '✓')} ${fit(call)} ${`${ms.toFixed(1)} ms`.padStart(10)}  ${failed ? color(31, result) : result}`

export const mistakeLine = ({ mistake, answer }: Mistake): string => `  ${fit(mistake)} ${color(33, answer)}`
