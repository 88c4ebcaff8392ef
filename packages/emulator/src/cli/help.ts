import { OPTIONS } from './options.ts'

const COLUMN = 27

const rows = Object.entries(OPTIONS).map(([name, { short, value, help }]) => {
  const option = `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`
  return `  ${option.padEnd(COLUMN - 2)}${help.replaceAll('\n', `\n${' '.repeat(COLUMN)}`)}`
})

export const HELP: string = `An emulated Camunda 8: token endpoint, Console, Operate and Web Modeler with seeded data, and
the Orchestration Cluster, Tasklist, Optimize and Hub APIs with sample responses.

Usage: npx @x/emulator [options]

${rows.join('\n')}

Stop it with Ctrl+C.`
