export { type ArticleLedger } from './article-ledger.ts'
export { openStore, type Store } from './open-store.ts'
