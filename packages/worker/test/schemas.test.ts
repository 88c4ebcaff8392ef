import { type } from 'arktype'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { createWorker, type StandardSchema } from '../src/index.ts'
import { setUp } from './support/setup.ts'

/** The same parcel in each library. */
const parcels = {
  valibot: v.object({
    weight: v.pipe(v.number(), v.minValue(1)),
    size: v.picklist(['small', 'large']),
    address: v.object({ zip: v.pipe(v.string(), v.regex(/^\d{5}$/)) }),
  }),
  zod: z.object({
    weight: z.number().min(1),
    size: z.enum(['small', 'large']),
    address: z.object({ zip: z.string().regex(/^\d{5}$/) }),
  }),
  ArkType: type({ weight: 'number >= 1', size: "'small' | 'large'", address: { zip: /^\d{5}$/ } }),
}
const libraries = Object.entries<StandardSchema>(parcels)
const good = { weight: 2.5, size: 'small', address: { zip: '80331' } }

/** Works on a job with these variables; returns the command that was sent for it. */
async function work(schema: StandardSchema, variables: object): Promise<Record<string, unknown>> {
  const handle = (job: { variables: unknown }): object => ({ parsed: job.variables })
  const { clock, server, start } = setUp({ a: { variables: schema, handle } } as never)
  const job = server.add('a', { variables: variables as never })
  const running = start()
  await clock.advance(100)
  await running.stop()
  return job.accepted[0]?.body ?? {}
}

describe.each(libraries)('a schema of %s', (_, schema) => {
  test('parses the variables', async () => {
    expect(await work(schema, good)).toEqual({ variables: { parsed: good } })
  })

  test('that does not match reports variables and rules', async () => {
    const { errorMessage, retries } = await work(schema, { weight: 0, size: 'huge', address: { zip: 'abc' } })
    for (const part of [/`weight`: [^`]*1/, /`size`: [^`]*small/, /`address\.zip`: [^`]*\\d/])
      expect(errorMessage).toMatch(part)
    expect(retries).toBe(2)
  })

  test('reports what is missing', async () => {
    const { errorMessage } = await work(schema, { weight: 1, size: 'large' })
    expect(errorMessage).toMatch(/`address`: ./)
  })

  test('never reveals a value', { timeout: 60_000 }, async () => {
    const secret = fc.string({ unit: 'binary', maxLength: 20 }).map((text) => `"'SECRET)${text}(was received `)
    const value = fc.oneof(
      secret,
      secret.map((text) => ({ [text]: text })),
      secret.map((text) => [text, { text }]),
    )
    const variables = fc.oneof(
      fc.record({ weight: value, size: value, address: fc.oneof(value, fc.record({ zip: value })) }),
      fc.record({ weight: fc.constant(1), size: value, address: value }),
    )
    await fc.assert(
      fc.asyncProperty(variables, async (variables) => {
        const { errorMessage } = await work(schema, variables)
        expect(errorMessage).toMatch(/^The variables do not match the schema of the worker: `/)
        expect(errorMessage).not.toContain('SECRET')
      }),
      { numRuns: 50 },
    )
  })
})

test('handlers get the types of zod and ArkType', () => {
  void ((orchestration: never) =>
    createWorker({
      orchestration,
      jobs: {
        zod: {
          variables: z.object({ placed: z.string().transform((text) => new Date(text)), count: z.bigint() }),
          handle: (job) => {
            expectTypeOf(job.variables).toEqualTypeOf<{ placed: Date; count: bigint }>()
          },
        },
        arktype: {
          variables: parcels.ArkType,
          handle: (job) => {
            expectTypeOf(job.variables.address.zip).toEqualTypeOf<string>()
            expectTypeOf(job.variables.size).toEqualTypeOf<'small' | 'large'>()
          },
        },
      },
    }))
})
