/**
 * Measures the nanoseconds of one awaited call of `call`.
 *
 * @public Imported under a separate address each time.
 */
export async function loop(call: () => Promise<unknown>, iterations: number): Promise<number> {
  const begin = performance.now()
  for (let i = 0; i < iterations; i++) await call()
  return ((performance.now() - begin) * 1e6) / iterations
}
