import { suite } from '../../../vitest.base.ts'

// Packing and checking the tarballs takes seconds each on a small machine.
export default suite({ silent: false, testTimeout: 120_000, hookTimeout: 120_000 })
