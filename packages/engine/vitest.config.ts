import { suite } from '../../vitest.base.ts'

// Engines share nothing but what they have compiled, so the tests can share a process: it costs a third.
export default suite({ isolate: false })
