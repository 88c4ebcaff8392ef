import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { hasPeers } from './install-peers.ts'
import { type Front, pageHeaders, startProxy } from './serve.ts'

const search = '/camunda/operate/v1/process-instances/search'
const headers = { ...pageHeaders, 'content-type': 'application/json' }
const body = '{"filter":{"key":9007199254740993}}'

// Loosely typed: their types are not worth installing.
// biome-ignore lint/suspicious/noExplicitAny: see above
const load = (name: string): any => createRequire(new URL('../peers/package.json', import.meta.url))(name)

/** The request listener of a Koa app. */
const koa = (use: (app: ReturnType<typeof load>) => void, listener: Parameters<Front>[0]): ReturnType<Front> => {
  const app = new (load('koa').default ?? load('koa'))()
  use(app)
  app.use((context: { req: never; res: never; respond: boolean }) => {
    context.respond = false
    listener(context.req, context.res)
  })
  return app.callback()
}

/** The request listener of a Fastify app; the proxy is a route of its own plugin. */
const fastify =
  (prepare: (app: ReturnType<typeof load>) => void): Front =>
  (listener) => {
    let handler: ReturnType<Front> | undefined
    const app = load('fastify')({
      serverFactory: (handle: ReturnType<Front>) => {
        handler = handle
        return load('node:http').createServer()
      },
    })
    app.register(async (scope: ReturnType<typeof load>) => {
      prepare(scope)
      scope.all('/camunda/*', (request: { raw: never }, reply: { raw: never; hijack(): void }) => {
        reply.hijack()
        listener(request.raw, reply.raw)
      })
    })
    const ready = app.ready()
    return (request, response) => void ready.then(() => handler?.(request, response))
  }

const keepRawBody = {
  verify: (request: { rawBody?: Buffer }, _response: unknown, bytes: Buffer) => {
    request.rawBody = bytes
  },
}

const passing: Record<string, Front> = {
  'a path of Express': (listener) => load('express')().use('/camunda', listener),
  'a router of Express': (listener) => {
    const express = load('express')
    return express().use('/camunda', express.Router().use('/operate', listener))
  },
  'Express before express.json()': (listener) => {
    const express = load('express')
    return express().use('/camunda', listener).use(express.json())
  },
  'express.json() that keeps rawBody': (listener) => {
    const express = load('express')
    return express().use(express.json(keepRawBody)).use('/camunda', listener)
  },
  'express.raw()': (listener) => {
    const express = load('express')
    return express()
      .use(express.raw({ type: '*/*' }))
      .use('/camunda', listener)
  },
  'express.text()': (listener) => {
    const express = load('express')
    return express()
      .use(express.text({ type: '*/*' }))
      .use('/camunda', listener)
  },
  'a parser of Express for other types': (listener) => {
    const express = load('express')
    return express().use(express.urlencoded()).use('/camunda', listener)
  },
  'Express 4': (listener) => load('express4')().use('/camunda', listener),
  'a parser of Express 4 for other types': (listener) => {
    const express = load('express4')
    return express()
      .use(express.urlencoded({ extended: true }))
      .use('/camunda', listener)
  },
  'a path of connect': (listener) => load('connect')().use('/camunda', listener),
  Koa: (listener) => koa(() => {}, listener),
  'Fastify without its parsers': fastify((scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request: unknown, _payload: unknown, done: (error: null) => void) => done(null))
  }),
}

const refusing: Record<string, Front> = {
  'express.json()': (listener) => {
    const express = load('express')
    return express().use(express.json()).use('/camunda', listener)
  },
  'express.json() of Express 4': (listener) => {
    const express = load('express4')
    return express().use(express.json()).use('/camunda', listener)
  },
  '@koa/bodyparser': (listener) => koa((app) => app.use(load('@koa/bodyparser').bodyParser()), listener),
  'the parsers of Fastify': fastify(() => {}),
}

describe.runIf(hasPeers())('behind a framework', () => {
  test.each(Object.entries(passing))('%s: the call arrives as it was sent', async (_name, front) => {
    const { call, received } = await startProxy({ front })
    expect((await call(search, { method: 'POST', headers, body })).status).toBe(200)
    expect((await call('/camunda/operate/v1/process-instances/1?')).status).toBe(200)
    expect(received.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
      { method: 'POST', path: '/cluster/v1/process-instances/search', body },
      { method: 'GET', path: '/cluster/v1/process-instances/1', body: '' },
    ])
  })

  test.each(Object.entries(refusing))(
    '%s before the proxy: 500 at once, and the host learns why',
    async (_name, front) => {
      const { call, received, events } = await startProxy({ front, timeoutMs: 2_000_000 })
      const answer = await call(search, { method: 'POST', headers, body })
      expect(await answer.json()).toMatchObject({ type: 'proxy:body_already_read', status: 500 })
      expect((await call('/camunda/operate/v1/process-instances/1')).status).toBe(200)
      expect(received).toHaveLength(1)
      expect(events).toMatchObject([{ reason: 'body_already_read' }, { status: 200 }])
    },
  )
})
