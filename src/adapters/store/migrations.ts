import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Every change of the schema, oldest first; a released one is never edited. Only what SQLite and PostgreSQL share is
 * used. On PostgreSQL the text columns that we sort by need the "C" collation, so that ids sort by code unit.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-sources': { up: createSources },
}

async function createSources(db: Kysely<unknown>): Promise<void> {
  await db.schema.createTable('source_version')
    .addColumn('source_id', 'text', (column) => column.notNull())
    .addColumn('since_revision', 'integer', (column) => column.notNull())
    .addColumn('until_revision', 'integer')
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('given_hash', 'text', (column) => column.notNull())
    .addColumn('given_retraction', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('year', 'integer')
    .addColumn('pmid', 'text')
    .addColumn('data_date', 'text')
    .addColumn('retraction', 'text', (column) => column.notNull())
    .addColumn('structured', 'integer', (column) => column.notNull())
    .addColumn('passage_count', 'integer', (column) => column.notNull())
    .addColumn('passages', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('source_version_key', ['source_id', 'since_revision'])
    .execute()
  await db.schema.createIndex('source_version_since').on('source_version').columns(['since_revision', 'source_id', 'until_revision', 'content_hash']).execute()
  await db.schema.createIndex('source_version_until').on('source_version').columns(['until_revision']).execute()
  await db.schema.createIndex('source_version_pmid').on('source_version').columns(['pmid']).execute()

  await db.schema.createTable('source_concept')
    .addColumn('concept_id', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('source_id', 'text', (column) => column.notNull())
    .addColumn('since_revision', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('source_concept_key', ['concept_id', 'role', 'source_id', 'since_revision'])
    .execute()

  await db.schema.createTable('abbreviation')
    .addColumn('short_key', 'text', (column) => column.notNull())
    .addColumn('source_id', 'text', (column) => column.notNull())
    .addColumn('since_revision', 'integer', (column) => column.notNull())
    .addColumn('long_form', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('abbreviation_key', ['short_key', 'source_id', 'since_revision', 'long_form'])
    .execute()

  await db.schema.createTable('notice')
    .addColumn('target_pmid', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('notice', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('notice_key', ['target_pmid', 'state', 'notice'])
    .execute()

  await db.schema.createTable('ingested_file')
    .addColumn('fingerprint', 'text', (column) => column.primaryKey())
    .addColumn('sources', 'integer', (column) => column.notNull())
    .addColumn('passages', 'integer', (column) => column.notNull())
    .execute()

  await db.schema.createTable('home_state')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()

  await db.schema.createTable('writer_lock')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('pid', 'integer', (column) => column.notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('token', 'text', (column) => column.notNull())
    .addColumn('heartbeat_ms', 'bigint', (column) => column.notNull())
    .execute()

  await db.schema.createTable('article_version')
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('article_version_key', ['article_id', 'content_hash'])
    .execute()
}
