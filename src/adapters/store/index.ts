export { type ArticleLedger } from './article-ledger.ts'
export { openStore, type Store, type StoreCounts } from './open-store.ts'
