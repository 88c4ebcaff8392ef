// biome-ignore lint/correctness/noNodejsModules: part of the file storage, for Node, Deno and Bun
import { open, readdir, readFile, rm, stat } from 'node:fs/promises'
// biome-ignore lint/correctness/noNodejsModules: as above
import { basename, dirname } from 'node:path'
import type { StorageLease } from './storage.ts'

/**
 * Takes a lease by making a file that must not be there yet.
 *
 * Each lease has its own number, one above the last: `<path>.<number>.lease`, with the time of its end inside. The
 * highest number holds the lease until then. A lapsed lease is thus never taken over by deleting its file, where two
 * processes could delete each other's; the next number is made instead, and only one process can make it.
 */
export async function takeLeaseFile(
  path: string,
  leaseMs: number,
  now: () => number,
): Promise<StorageLease | undefined> {
  const numbers = await leaseNumbers(path)
  const last = Math.max(0, ...numbers)
  if (last && (await isHeld(leaseFile(path, last), leaseMs, now))) return undefined

  const mine = leaseFile(path, last + 1)
  const file = await open(mine, 'wx', 0o600).catch((error) => {
    if (error.code === 'EEXIST') return undefined
    throw error
  })
  if (!file) return undefined
  await file.writeFile(String(now() + leaseMs))
  await file.close()
  // Between our look and our file others may have come and gone, and cleared our number away.
  const all = await leaseNumbers(path)
  if (Math.max(...all) > last + 1) {
    await rm(mine, { force: true })
    return undefined
  }
  for (const number of all) if (number <= last) await rm(leaseFile(path, number), { force: true })

  return {
    async release() {
      // Only emptied: the number must not be used twice. Gone when somebody has taken the next.
      const held = await open(mine, 'r+').catch(() => undefined)
      await held?.truncate()
      await held?.write('0')
      await held?.close()
    },
  }
}

function leaseFile(path: string, number: number): string {
  return `${path}.${number}.lease`
}

async function leaseNumbers(path: string): Promise<number[]> {
  const prefix = `${basename(path)}.`
  const names = await readdir(dirname(path))
  return names
    .filter((name) => name.startsWith(prefix) && name.endsWith('.lease'))
    .map((name) => Number(name.slice(prefix.length, -'.lease'.length)))
}

async function isHeld(file: string, leaseMs: number, now: () => number): Promise<boolean> {
  try {
    // Empty for the moment between making and filling it, and for good when its maker was killed there.
    const until = Number((await readFile(file, 'utf8')) || (await stat(file)).mtimeMs + leaseMs)
    const left = until - now()
    // More than a whole lease is left only after the clock was set back.
    return left > 0 && left <= leaseMs
  } catch {
    // It was cleared away, so somebody has just taken the next one.
    return true
  }
}
