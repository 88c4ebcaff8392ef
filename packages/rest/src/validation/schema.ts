import type { BaseIssue, BaseSchema, Config } from 'valibot'

type Issue = BaseIssue<unknown>
type PathItem = NonNullable<Issue['path']>[0]

/** Adds what was found to the issues of a parse; without `name` it is about the value as a whole. */
export type Report = (message: string, name?: string, origin?: 'key' | 'value') => void

/**
 * Makes a schema that works wherever valibot's own do. `read` gives the value as it comes out and reports what is wrong.
 *
 * valibot would put such schemas together from `pipe`, `rawCheck`, `transform` and so on, which weigh more in a bundle
 * than all of ours.
 */
export function schema<Input, Output, Members extends object>(
  members: Members & { readonly type: string; readonly expects: string },
  read: (value: unknown, report: Report, issues: Issue[], config: Config<Issue>) => unknown,
): BaseSchema<Input, Output, Issue> & Members {
  const made = {
    kind: 'schema',
    reference: schema,
    async: false,
    ...members,
    '~standard': {
      version: 1,
      vendor: 'valibot',
      validate: (value: unknown) => made['~run']({ value }, {}),
    },
    '~run'(dataset: { value: unknown }, config: Config<Issue>) {
      const input = dataset.value
      const issues: Issue[] = []
      const report: Report = (message, name, origin = 'value') => {
        issues.push({
          kind: 'schema',
          type: members.type,
          input,
          expected: members.expects,
          received: typeof input,
          message,
          ...(name !== undefined && { path: [pathItem(input, name, origin)] }),
        })
      }
      const value = read(input, report, issues, config)
      return issues.length > 0 ? { typed: false, value, issues } : { typed: true, value }
    },
  }
  return made as never
}

/** A step of an issue's path, for what is found in the member of an object. */
export function pathItem(input: unknown, name: string, origin: 'key' | 'value'): PathItem {
  return { type: 'object', origin, input, key: name, value: (input as Record<string, unknown>)[name] } as PathItem
}
