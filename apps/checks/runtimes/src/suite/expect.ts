/** @throws Error that shows both values, unless they are equal as JSON. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (is !== should) throw new Error(`${what}: expected ${should}, got ${is}`)
}

/** @throws Error unless `value` is true. */
export function ok(value: unknown, what: string): asserts value {
  if (!value) throw new Error(`Expected ${what}`)
}

/** Returns the rejection of `promise`. @throws Error if it is fulfilled. */
export async function rejection(promise: Promise<unknown>, what: string): Promise<unknown> {
  const [rejected, reason] = await promise.then(
    () => [false, undefined] as const,
    (error: unknown) => [true, error] as const,
  )
  ok(rejected, `${what} to be rejected`)
  return reason
}

/** Checks the name and members of the error that `promise` rejects with, and returns it. */
export async function rejectsWith(
  promise: Promise<unknown>,
  name: string,
  members: Readonly<Record<string, unknown>>,
): Promise<Error> {
  const error = (await rejection(promise, name)) as Error & Record<string, unknown>
  const found = Object.fromEntries(Object.keys(members).map((member) => [member, error[member]]))
  equal({ name: error.name, ...found }, { name, ...members }, `error "${error.message}"`)
  return error
}
