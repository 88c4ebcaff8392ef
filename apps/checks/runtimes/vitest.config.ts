import { suite } from '../../../vitest.base.ts'

// Checking all types takes time and memory on a small machine, so two run at a time.
export default suite({ silent: false, testTimeout: 180_000, hookTimeout: 180_000, maxConcurrency: 2, maxWorkers: 1 })
