/** A fleet's day. */
export interface FleetPlan {
  readonly workers: number
  readonly hours: number
  /** Lifetime of the tokens. */
  readonly lifetimeS: number
  /** From one call of a worker to its next. */
  readonly callEveryMs: number
  /** The fleet starts, and restarts each hour, one worker after the other, within so long. */
  readonly rollMs: number
  /** From then on the token endpoint refuses the old secret; workers get the new one when they restart. */
  readonly rotateAtHour: number
  /** One answer of the token endpoint. */
  readonly tokenMs: number
  readonly seed: number
}

/** A day with tokens of 24 hours, as Camunda 8 SaaS grants them. */
export const day: FleetPlan = {
  workers: 10_000,
  hours: 24,
  lifetimeS: 86_400,
  callEveryMs: 300_000,
  rollMs: 600_000,
  rotateAtHour: 12.5,
  tokenMs: 150,
  seed: 1,
}

/** Three hours with tokens of 5 minutes, as Keycloak grants them, and more calls. */
export const threeHours: FleetPlan = { ...day, hours: 3, lifetimeS: 300, callEveryMs: 60_000, rotateAtHour: 1.5 }

export const hourMs = 3_600_000

/** What a fleet's day came to. */
export interface FleetResult {
  readonly calls: number
  readonly tokenRequests: number
  /** Token requests that the endpoint refused, for the old secret. */
  readonly refused: number
  /** The most token requests within one second. */
  readonly worstSecond: number
  /** Seconds with more than the one request that Camunda 8 SaaS grants to an address. */
  readonly secondsOverLimit: number
  /** The longest that a call waited for a token; of calls that got one. */
  readonly longestWaitMs: number
  /** Calls that got no token. */
  readonly failed: number
}

/** When token requests were sent. */
export class RequestLog {
  readonly #perSecond: Uint32Array
  requests = 0
  refused = 0

  constructor({ hours }: FleetPlan) {
    this.#perSecond = new Uint32Array(hours * 3600 + 60)
  }

  add(atMs: number, isRefused: boolean): void {
    this.requests++
    if (isRefused) this.refused++
    const second = Math.min(Math.floor(atMs / 1000), this.#perSecond.length - 1)
    this.#perSecond[second] = (this.#perSecond[second] as number) + 1
  }

  get worstSecond(): number {
    return this.#perSecond.reduce((most, count) => Math.max(most, count), 0)
  }

  get secondsOverLimit(): number {
    return this.#perSecond.reduce((sum, count) => sum + (count > 1 ? 1 : 0), 0)
  }
}

/** When the first call of a worker is, counted from the start of the day. Its restarts are whole hours later. */
export function startOf(worker: number, { workers, rollMs }: FleetPlan): number {
  return (worker / workers) * rollMs
}

/** What a worker that (re)starts at this time is given. */
export function secretAt(ms: number, { rotateAtHour }: FleetPlan): 'old' | 'new' {
  return ms >= rotateAtHour * hourMs ? 'new' : 'old'
}
