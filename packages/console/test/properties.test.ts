import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createConsoleClient } from '../src/index.ts'

const auth = { headers: async () => ({}) }
const text = fc.string({ unit: 'binary', minLength: 1 }).filter((one) => one !== '.' && one !== '..')

it('sends any two ids as two segments of the path, and nothing else', () =>
  fc.assert(
    fc.asyncProperty(text, text, async (clusterId, secretName) => {
      let path = ''
      const { secrets } = createConsoleClient({
        auth,
        fetch: async (input) => {
          const url = new URL(input)
          path = url.pathname
          expect(`${url.search}${url.hash}`).toBe('')
          return new Response(null, { status: 204 })
        },
      })
      await secrets.delete(clusterId, secretName)
      const [, first, cluster = '', second, secret = '', ...rest] = path.split('/')
      expect([first, second, rest]).toEqual(['clusters', 'secrets', []])
      expect([cluster, secret].map(decodeURIComponent)).toEqual([clusterId, secretName])
    }),
  ))

it('gives the same CSV whether it comes as text or as a JSON string', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
      fc.boolean(),
      fc.constantFrom('application/json', 'text/csv'),
      async (rows, asJson, type) => {
        const csv = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')
        const body = asJson ? JSON.stringify(csv) : csv
        const { activity } = createConsoleClient({
          auth,
          fetch: async () => new Response(body, { headers: { 'content-type': type } }),
        })
        expect(await activity.getCsv()).toBe(csv)
      },
    ),
  ))
