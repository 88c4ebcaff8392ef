import type { FeelEnvironment } from '../environment.ts'

/** A version 7 UUID, as in Camunda: the engine's time, followed by random digits. */
export function uuid({ now, random }: FeelEnvironment): string {
  const time = Math.max(0, Math.trunc(now())).toString(16).padStart(12, '0').slice(-12)
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('')
  const variant = (8 + Math.floor(random() * 4)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-${variant}${digits(3)}-${digits(12)}`
}
