/** Counts operations that are pending on other threads, which virtual time must wait for. */
export function countCryptography(): { readonly isBusy: () => boolean; restore(): void } {
  const real = globalThis.crypto
  let running = 0
  const subtle = new Proxy(real.subtle, {
    get(target, name: keyof SubtleCrypto) {
      const method = target[name] as (...args: unknown[]) => Promise<unknown>
      return (...args: unknown[]) => {
        running++
        return method.apply(target, args).finally(() => running--)
      }
    },
  })
  const crypto = {
    subtle,
    getRandomValues: real.getRandomValues.bind(real),
    randomUUID: real.randomUUID.bind(real),
  }
  Object.defineProperty(globalThis, 'crypto', { configurable: true, value: crypto })
  return {
    isBusy: () => running > 0,
    restore: () => Object.defineProperty(globalThis, 'crypto', { configurable: true, value: real }),
  }
}
