declare module 'virtual:descriptions/*' {
  import type { Descriptions } from './explore/descriptions.ts'

  const descriptions: Descriptions
  export default descriptions
}

declare module 'virtual:sample-credentials' {
  const file: string
  export default file
}
