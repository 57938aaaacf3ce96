import type { TableName } from './interface.ts'
import type { META } from './tables.ts'

/** Which rows of an index: of one group, in the index's order from `from` to `to`, both included. */
export interface Where {
  readonly index: string
  readonly group: string
  readonly from?: string
  readonly to?: string
}

/** What a store must be able to read; rows come as they lie there, unparsed. */
export interface RowReader {
  get(table: TableName | typeof META, key: string): Promise<unknown>
  /** In the index's order, or backwards. */
  list(table: TableName, where: Where, options?: { reverse?: boolean; limit?: number }): Promise<unknown[]>
  /** Primary keys, in the index's order. */
  keys(table: TableName, where: Where): Promise<string[]>
  count(table: TableName, where: Where): Promise<number>
  /** Primary keys of rows whose indexed `field` is below `bound`, lowest first. */
  keysBelow(table: TableName, index: string, bound: string, limit: number): Promise<string[]>
  /** Rows in the order of their keys, those after `after`. */
  page(table: TableName | typeof META, after: string | null, limit: number): Promise<unknown[]>
}

export interface RowWriter extends RowReader {
  put(table: TableName | typeof META, row: object): Promise<void>
  /** Puts a row where none has its key; false where one has, and then nothing is changed. */
  add(table: TableName, row: object): Promise<boolean>
  remove(table: TableName, key: string): Promise<void>
  /** Removes every row of a table. */
  clear(table: TableName | typeof META): Promise<void>
}

/** The little that a place to keep rows in has to offer; `createStore` asks the app's questions over it. */
export interface Backend {
  /** Every read of one `work` sees the same state. */
  read<T>(work: (rows: RowReader) => Promise<T>): Promise<T>
  /** All of the writes of `work`, or none; a rejection is `work`'s own, or QuotaError. One at a time. */
  write<T>(work: (rows: RowWriter) => Promise<T>): Promise<T>
  close(): void
}
