import { openPassageIndex } from '../src/adapters/search-index/index.ts'
import { openStore } from '../src/adapters/store/index.ts'
import { starterVocabulary } from '../src/core/terminology/index.ts'
import { search } from '../src/pipeline/retrieval/index.ts'

// Run by bench/search.ts as a process of its own: opens a home, searches once, prints its peak memory in MB.
const [home = '', query = ''] = process.argv.slice(2)
const store = await openStore(home, { readOnly: true })
const index = openPassageIndex(home)
const reader = await store.openReader()
if (reader === null) throw new Error(`${home} holds no snapshot`)
const hits = await search({ reader, index, vocabulary: starterVocabulary() }, query, 10)
if (hits.length === 0) throw new Error('nothing found')
process.stdout.write(`${Math.round(process.resourceUsage().maxRSS / 1024)}\n`)
await index.close()
await store.close()
