import { operations } from '@x/console/operations'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createProxy } from '../src/index.ts'
import { listen, ORIGIN, requestLines, startProxy } from './serve.ts'

// Written by hand, so that they do not share a mistake with the table: what may be reached, and nothing else.
const listed = ['clusters.get', 'backups.delete', 'secrets.create', 'members.setRoles']
const reachable = [
  /^GET \/base\/clusters\/(?!parameters$)[^/]+$/i,
  /^DELETE \/base\/clusters\/[^/]+\/backups\/(?!schedule($|\.))[^/]+$/i,
  /^POST \/base\/clusters\/[^/]+\/secrets$/,
  /^POST \/base\/members\/[^/]+$/,
]

const piece = fc.oneof(
  fc.constantFrom(
    'clusters',
    'parameters',
    'backups',
    'schedule',
    'secrets',
    'members',
    'meta',
    'ip-ranges',
    'c1',
    'Clusters',
  ),
  fc.constantFrom(
    '.',
    '..',
    '%2e',
    '%2E%2e',
    '%2f',
    '%5c',
    '\\',
    ';',
    ';a=b',
    '%3b',
    '%00',
    '%252e%252e',
    '%25',
    '%',
    '@',
    ':',
  ),
  fc.constantFrom(
    'schedule.',
    'Schedule',
    'schedule%20',
    'sched%e2%80%8bule',
    '%c5%bfchedule',
    '%ef%bd%93chedule',
    'parameters%c2%a0',
    'schedule%00',
    'schedule.json',
    '%73chedule',
    'parameters;x',
    'a@b.example',
  ),
  fc.constantFrom(
    '',
    'x?y=/members',
    '#',
    '*',
    '%c0%ae',
    '%ef%bc%8f',
    '%e2%84%80',
    '%e2%80%a6',
    '%e2%80%ae',
    '%20',
    'my%20secret',
    'schl%c3%bcssel',
    '%f0%9f%94%91',
    'http:',
    'evil.example',
  ),
  fc.string({ maxLength: 6 }),
)
const path = fc.oneof(
  { weight: 3, arbitrary: fc.array(piece, { maxLength: 6 }).map((pieces) => `/camunda/console/${pieces.join('/')}`) },
  { weight: 3, arbitrary: fc.tuple(piece, piece).map(([a, b]) => `/camunda/console/clusters/${a}/backups/${b}`) },
  {
    weight: 1,
    arbitrary: fc.array(piece, { maxLength: 4 }).map((pieces) => `/camunda/console/clusters/${pieces.join('')}`),
  },
  { weight: 1, arbitrary: fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('/')) },
)
const method = fc.constantFrom('GET', 'GET', 'POST', 'DELETE', 'DELETE', 'PUT', 'PATCH', 'get', 'OPTIONS')

/** One request of each listed operation: without them it would hold by refusing everything. */
const examples: [string, string][] = [
  ['GET', '/camunda/console/clusters/c1'],
  ['DELETE', '/camunda/console/clusters/c1/backups/b1'],
  ['POST', '/camunda/console/clusters/c1/secrets'],
  ['POST', '/camunda/console/members/a@b.example'],
  ['DELETE', '/camunda/console/clusters/c1/backups/schl%c3%bcssel%20%f0%9f%94%91'],
]
const reachedByExamples = [
  'GET /base/clusters/c1',
  'DELETE /base/clusters/c1/backups/b1',
  'POST /base/clusters/c1/secrets',
  'POST /base/members/a%40b.example',
  'DELETE /base/clusters/c1/backups/schl%C3%BCssel%20%F0%9F%94%91',
]

function proxyTo(baseUrl: string, fetch: typeof globalThis.fetch) {
  return createProxy({
    basePath: '/camunda',
    origins: [ORIGIN],
    session: () => true,
    fetch,
    apis: { console: { baseUrl, auth: { headers: async () => ({}) }, operations, allow: listed } },
  })
}

test('no request whatsoever reaches more than the listed operations', async () => {
  const reached: string[] = []
  const proxy = proxyTo('https://console.example.com/base', async (input, init) => {
    const url = new URL(String(input))
    // Already in the form that the runtime would give it: nothing is left that could turn into something else.
    expect(url.href).toBe(String(input))
    expect(url.origin).toBe('https://console.example.com')
    reached.push(`${init?.method} ${url.pathname}`)
    return new Response('{}')
  })
  await fc.assert(
    fc.asyncProperty(method, path, async (method, path) => {
      const url = `http://localhost${path.startsWith('/') ? '' : '/'}${path}`
      fc.pre(URL.canParse(url))
      const from = reached.length
      const headers = { origin: ORIGIN, 'x-csrf': '1' }
      const answer = await proxy(new Request(url, { method, headers }))
      const now = reached.slice(from)
      expect(answer.status === 200).toBe(now.length === 1)
      for (const request of now) {
        // As a server reads it that decodes, normalizes and trims.
        const read = decodeURIComponent(request).normalize('NFKD')
        const trimmed = read
          .replace(' ', '\n')
          .replace(/[^\S\n]|[\p{Cf}\p{M}]/gu, '')
          .replace('\n', ' ')
        for (const form of [request, trimmed]) {
          expect(
            reachable.some((pattern) => pattern.test(form)),
            request,
          ).toBe(true)
        }
        expect(read).not.toMatch(/\\|\0|;|%|\/\.+(\/|$)|\/\/|[?#]/)
      }
    }),
    { numRuns: 3000, examples },
  )
  expect(reached).toEqual(expect.arrayContaining(reachedByExamples))
})

test('nor do any bytes that are sent to its port', async () => {
  const reached: string[] = []
  const { port } = await listen((request, response) => {
    reached.push(`${request.method} ${request.url}`)
    response.setHeader('content-type', 'application/json').end('{}')
  })
  const { raw } = await startProxy({
    apis: {
      console: {
        baseUrl: `http://127.0.0.1:${port}/base`,
        auth: { headers: async () => ({}) },
        operations,
        allow: listed,
      },
    },
  })
  await fc.assert(
    fc.asyncProperty(method, path, async (method, path) => {
      const from = reached.length
      await raw(...requestLines(`${method} ${path.replaceAll(/[\r\n]/g, '')}`))
      for (const request of reached.slice(from)) {
        expect(
          reachable.some((pattern) => pattern.test(request)),
          request,
        ).toBe(true)
      }
    }),
    { numRuns: 400, examples },
  )
  expect(reached).toEqual(expect.arrayContaining(reachedByExamples))
})
