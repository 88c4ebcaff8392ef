import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from 'test-servers'

export interface RedisServer {
  readonly port: number
  readonly process: ChildProcess
  close(): Promise<void>
}

/** Whether there is a redis-server to test with. Said aloud when there is none, and a failure on CI. */
export function hasRedisServer(): boolean {
  if (spawnSync('redis-server', ['--version']).status === 0) return true
  if (process.env.CI) throw new Error('redis-server is missing: on Debian it comes with the package redis-server')
  process.stderr.write('No redis-server here: the tests on Redis are left out.\n')
  return false
}

/** A real Redis on a free loopback port, which keeps nothing on disk. */
export async function startRedisServer(): Promise<RedisServer> {
  const port = await freePort()
  const settings = ['--bind', '127.0.0.1', '--port', `${port}`, '--save', '', '--appendonly', 'no']
  const child = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const chunk of child.stdout) if (`${chunk}`.includes('Ready to accept connections')) break
  return {
    port,
    process: child,
    async close() {
      const ended = once(child, 'exit')
      if (child.kill('SIGKILL')) await ended
    },
  }
}
