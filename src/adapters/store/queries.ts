import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { StoreSchema } from './schema.ts'

type Builder = ExpressionBuilder<StoreSchema, 'source_version'>

/** Versions that the home holds now, published or not. */
export function isCurrent(): (builder: Builder) => Expression<SqlBool> {
  return (builder) => builder('source_version.until_revision', 'is', null)
}

/** Versions that belong to the home as it was at a revision. */
export function isHeldAt(revision: number): (builder: Builder) => Expression<SqlBool> {
  return (builder) => builder.and([
    builder('source_version.since_revision', '<=', revision),
    builder.or([builder('source_version.until_revision', 'is', null), builder('source_version.until_revision', '>', revision)]),
  ])
}

/** Lists cut so that no statement has more parameters than a database allows (32,766 in SQLite). */
export function* inChunks<T>(rows: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}
