import { library } from '../../tsup.base.ts'

export default library({
  index: 'src/index.ts',
  'private-key-jwt': 'src/private-key-jwt.ts',
  'storage/index': 'src/storage/index.ts',
  'storage/memory': 'src/storage/memory.ts',
  'storage/file': 'src/storage/file.ts',
  'storage/web': 'src/storage/web.ts',
  'storage/indexeddb': 'src/storage/indexeddb.ts',
  'storage/redis': 'src/storage/redis.ts',
  'storage/cloudflare-kv': 'src/storage/cloudflare-kv.ts',
  'storage/durable-object': 'src/storage/durable-object.ts',
  'storage/deno-kv': 'src/storage/deno-kv.ts',
  'storage/unstorage': 'src/storage/unstorage.ts',
  'testing/index': 'src/testing/index.ts',
})
