import { OPTIONS } from './options.ts'

const COLUMN = 27

const rows = Object.entries(OPTIONS).map(([name, option]) => {
  const value = 'value' in option ? ` ${option.value}` : ''
  const short = 'short' in option ? `-${option.short}, ` : ''
  return `  ${`${short}--${name}${value}`.padEnd(COLUMN - 2)}${option.help.replaceAll('\n', `\n${' '.repeat(COLUMN)}`)}`
})

export const HELP: string = `An emulated Camunda 8: token endpoint, Console, Operate and Web Modeler, with seeded data.

Usage: npx @x/emulator [options]

${rows.join('\n')}

Stop it with Ctrl+C.`
