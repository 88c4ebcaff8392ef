// In a project outside of the repository, the file itself is in this place.
export * from '../../../../../packages/auth/test/support/tracked-storage.ts'
