import { type ParseArgsConfig, parseArgs } from 'node:util'

/** An error in the command line that the user can fix, printed without a stack. */
export class UsageError extends Error {
  override name = 'UsageError'
}

type Options = NonNullable<ParseArgsConfig['options']>
type Values<T extends Options> = ReturnType<typeof parseArgs<{ options: T }>>['values']

/**
 * Reads the options of a command, which accepts no other arguments.
 *
 * @throws {@link UsageError} for anything else, with a reference to `help`, the command that lists the options.
 */
export function readOptions<const T extends Options>(args: readonly string[], options: T, help: string): Values<T> {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    // The rest of Node's message is about arguments that begin with a dash, which no command here accepts.
    const [problem] = (error as Error).message.split(/\.\s|\n/)
    throw new UsageError(`${problem}. Run \`${help}\` to see all options.`)
  }
}
