import type { Kysely } from 'kysely'
import { Fault } from '../../core/model/index.ts'
import type { StoreSchema } from './schema.ts'

/** Counts the versions of an article: the distinct contents its id has had in this home. */
export interface ArticleLedger {
  /**
   * The version number of this content, from 1; a new content is recorded and gets the next number. A home that
   * cannot be written gives the number it would have recorded, and does not fail.
   */
  versionOf(articleId: string, contentHash: string): Promise<number>
}

/** The versions of articles in the home's own database. */
export class SqliteArticleLedger implements ArticleLedger {
  readonly #db: Kysely<StoreSchema>
  readonly #readOnly: boolean

  constructor(db: Kysely<StoreSchema>, readOnly: boolean) {
    this.#db = db
    this.#readOnly = readOnly
  }

  async versionOf(articleId: string, contentHash: string): Promise<number> {
    const known = await this.#known(articleId, contentHash)
    if (known !== null) return known
    if (!this.#readOnly) {
      try {
        await this.#record(articleId, contentHash)
        return await this.#known(articleId, contentHash) ?? 1
      } catch (error) {
        // A full or newly read-only disk must not keep an answer from its reader; the number is then not kept.
        if (!(error instanceof Fault && error.code === 'storage')) throw error
      }
    }
    return await this.#newest(articleId) + 1
  }

  /** One statement, so that two processes cannot give out one number twice. */
  async #record(articleId: string, contentHash: string): Promise<void> {
    await this.#db.insertInto('article_version')
      .columns(['article_id', 'content_hash', 'version'])
      .expression((builder) => builder.selectFrom('article_version')
        .select((select) => [select.val(articleId).as('article_id'), select.val(contentHash).as('content_hash'), select(select.fn.coalesce(select.fn.max('version'), select.lit(0)), '+', select.lit(1)).as('version')])
        .where('article_id', '=', articleId))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }

  async #known(articleId: string, contentHash: string): Promise<number | null> {
    const row = await this.#db.selectFrom('article_version').select('version').where('article_id', '=', articleId).where('content_hash', '=', contentHash).executeTakeFirst()
    return row?.version ?? null
  }

  async #newest(articleId: string): Promise<number> {
    const row = await this.#db.selectFrom('article_version').select((builder) => builder.fn.max('version').as('version')).where('article_id', '=', articleId).executeTakeFirst()
    return row?.version ?? 0
  }
}
