/** A day of a fleet. */
export interface FleetPlan {
  readonly workers: number
  readonly hours: number
  /** Lifetime of the tokens. */
  readonly lifetimeS: number
  /** Time between two calls of a worker. */
  readonly callEveryMs: number
  /** The time over which the starts, and the hourly restarts, of the workers are spread. */
  readonly rollMs: number
  /** From this time on, the token endpoint rejects the old secret. Workers get the new one when they restart. */
  readonly rotateAtHour: number
  /** Latency of the token endpoint. */
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

/** The results of a day of a fleet. */
export interface FleetResult {
  readonly calls: number
  readonly tokenRequests: number
  /** Token requests that the endpoint rejected because of the old secret. */
  readonly refused: number
  /** The maximum number of token requests within one second. */
  readonly worstSecond: number
  /** Seconds with more than one request, the rate that Camunda 8 SaaS allows per address. */
  readonly secondsOverLimit: number
  /** The longest wait of a call for a token, of the calls that got one. */
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

/** Time of a worker's first call, from the start of the day. It restarts every full hour after that. */
export function startOf(worker: number, { workers, rollMs }: FleetPlan): number {
  return (worker / workers) * rollMs
}

/** The secret that a worker gets if it starts or restarts at this time. */
export function secretAt(ms: number, { rotateAtHour }: FleetPlan): 'old' | 'new' {
  return ms >= rotateAtHour * hourMs ? 'new' : 'old'
}
