import type { BaseIssue, Config, GenericSchema } from 'valibot'
import { isStrict, mostIssuesOf } from './config.ts'

type Issue = BaseIssue<unknown>
type PathItem = NonNullable<Issue['path']>[0]
type Key = string | number

/** What a schema may ask and say while it reads a value. */
export interface Context {
  readonly strict: boolean
  /** All that was found so far. */
  readonly issues: readonly Issue[]
  /** Whether that is as much as anybody wants to know. */
  isEnough(): boolean
  /** Says what is wrong with the value, or with its member `key`; origin `key` where that is missing. */
  report(message: string, key?: Key, origin?: 'key' | 'value'): undefined
  /** Reads a value, or a member of it, by another schema. */
  run(schema: GenericSchema, value: unknown, key?: Key): unknown
}

/**
 * Makes a schema that works wherever those of valibot do. `read` gives the value as it comes out.
 *
 * The tables' schemas are made of this instead of valibot's functions, which have much that the tables do not use and
 * would weigh a tenth of a whole client.
 */
export function schema<Schema extends GenericSchema>(
  members: { readonly type: Schema['type']; readonly expects: string } & Readonly<Record<string, unknown>>,
  read: (value: unknown, context: Context) => unknown,
): Schema {
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
    '~run'({ value: input }: { value: unknown }, config: Config<Issue>) {
      const issues: Issue[] = []
      const at = (key: Key, origin = 'value'): PathItem =>
        ({ type: 'object', origin, input, key, value: (input as Record<Key, unknown>)[key] }) as never
      const value = read(input, {
        strict: isStrict(config),
        issues,
        isEnough: () => issues.length >= mostIssuesOf(config),
        report(message, key, origin) {
          const path = key === undefined ? undefined : [at(key, origin)]
          const { type, expects: expected } = members
          issues.push({ kind: 'schema', type, input, expected, received: typeof input, message, path } as never)
        },
        run(schema, value, key) {
          const result = schema['~run']({ value }, config)
          for (const issue of result.issues ?? []) {
            issues.push(key === undefined ? issue : { ...issue, path: [at(key), ...(issue.path ?? [])] })
          }
          return result.value
        },
      })
      return issues.length > 0 ? { typed: false, value, issues } : { typed: true, value }
    },
  }
  return made as never
}
