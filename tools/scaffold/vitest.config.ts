import { suite } from '../../vitest.base.ts'

// One test writes into a copy of the workspace, and runs the compiler and the tests there.
export default suite({ testTimeout: 120_000 })
