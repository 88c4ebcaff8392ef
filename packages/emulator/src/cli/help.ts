import { OPTIONS } from './options.ts'

const COLUMN = 27

const rows = Object.entries(OPTIONS).map(([name, { short, value = '', isOptional, help }]) => {
  const option = `${short ? `-${short}, ` : ''}--${name}${value && ` ${isOptional ? `[${value}]` : value}`}`
  return `  ${option.padEnd(COLUMN - 2)}${help.replaceAll('\n', `\n${' '.repeat(COLUMN)}`)}`
})

export const HELP: string = `An emulated Camunda 8: an engine that runs your processes behind the Orchestration Cluster,
Operate and Tasklist APIs, a token endpoint, Console and Web Modeler with seeded data, and the
Optimize and Hub APIs with sample responses.

Usage: npx @x/emulator [options]

${rows.join('\n')}

Stop it with Ctrl+C.`
