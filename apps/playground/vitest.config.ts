import { suite } from '../../vitest.base.ts'

export default suite({
  silent: false,
  include: [],
  // One worker for all files of a kind: they share what they import, and browsers share two cores.
  isolate: false,
  fileParallelism: false,
  projects: [
    { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
    {
      extends: true,
      test: {
        name: 'browser',
        include: ['test/browser/*.test.ts'],
        globalSetup: 'test/browser/support/global-setup.ts',
        testTimeout: 180_000,
        hookTimeout: 180_000,
      },
    },
  ],
})
