export { defineStorage } from './define-storage.ts'
export { type MemoryStorageOptions, memoryStorage } from './memory.ts'
export type { StorageDriver, StorageLease, StoredRecord, TokenStorage } from './storage.ts'
