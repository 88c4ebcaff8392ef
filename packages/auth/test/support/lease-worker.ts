// Takes every lease that it is told of, all at once, and says which it got. It gives none of them up.
import { fileStorage } from '../../src/storage/file.ts'

const [directory = ''] = process.argv.slice(2)
const storage = fileStorage({ directory })

process.on('message', async (keys: string[]) => {
  const leases = await Promise.all(keys.map((key) => storage.lock?.(key, 60_000)))
  process.send?.(keys.filter((_, i) => leases[i]))
})
process.send?.('ready')
