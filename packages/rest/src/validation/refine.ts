import type { BaseIssue, BaseSchema, GenericSchema } from 'valibot'
import { schema } from './schema.ts'

/**
 * A schema with one condition more, which is asked only where the value fits the schema.
 *
 * @example
 * ```ts
 * const name = refine(string(), (text) => text.length < 50, 'has to have less than 50 characters')
 * ```
 */
export function refine<Input, Output>(
  base: GenericSchema<Input, Output>,
  test: (value: Output) => boolean,
  message: string,
): BaseSchema<Input, Output, BaseIssue<unknown>> {
  return schema(
    { type: base.type, expects: base.expects as string, wrapped: base },
    (value, { issues, report, run }) => {
      const read = run(base, value)
      if (issues.length === 0 && !test(read as Output)) report(message)
      return read
    },
  )
}
