import { library } from '../../tsup.base.ts'

export default library({
  index: 'src/index.ts',
  lazy: 'src/lazy.ts',
  node: 'src/node.ts',
  testing: 'src/testing.ts',
  cli: 'src/cli.ts',
})
