import { OPTIONS } from './options.ts'

const COLUMN = 27

const rows = Object.entries(OPTIONS).map(([name, { short, value, help }]) => {
  const option = `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`
  return `  ${option.padEnd(COLUMN - 2)}${help.replaceAll('\n', `\n${' '.repeat(COLUMN)}`)}`
})

export const HELP: string = `An emulated Camunda 8: token endpoint, Orchestration Cluster API, Console, Operate and Web
Modeler, with invented data.

Usage: npx @x/emulator [options]

${rows.join('\n')}

Stop it with Ctrl+C.`
