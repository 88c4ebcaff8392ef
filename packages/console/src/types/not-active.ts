/**
 * The empty object that stands for a feature that is not switched on. Members are declared as absent, so that asking for
 * one of them (`if (status.spec)`) tells the compiler which of the two it has.
 */
export type NotActive<T> = { [Member in keyof T]?: undefined }
