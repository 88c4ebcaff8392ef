import { library } from '../../tsup.base.ts'

export default library({
  index: 'src/index.ts',
  shapes: 'src/shapes.ts',
  valibot: 'src/valibot.ts',
  json: 'src/json.ts',
  ky: 'src/ky.ts',
  undici: 'src/undici.ts',
})
