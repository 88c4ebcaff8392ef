import { suite } from '../../vitest.base.ts'

export default suite({
  silent: false,
  include: ['{src,test}/**/*.test.ts'],
  globalSetup: 'test/support/install-engines.ts',
})
