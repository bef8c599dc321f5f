import { parseHtml } from '../../core/formats/html/index.ts'
import { JatsParser } from '../../core/formats/jats/index.ts'
import { parseMarkdown } from '../../core/formats/markdown/index.ts'
import { PubmedParser, type PushParser } from '../../core/formats/pubmed/index.ts'
import { parseNbib, parseRis } from '../../core/formats/ris/index.ts'
import { assertNever } from '../../core/model/index.ts'
import type { DocumentFormat } from './detect-format.ts'
import { RecordParser } from './record-parser.ts'
import { WholeTextParser } from './whole-text-parser.ts'

/** The parser of a format. `name` titles a document that has no title of its own. */
export function parserFor(format: Exclude<DocumentFormat['kind'], 'unknown'>, name: string): PushParser {
  const title = (name.split('/').at(-1) ?? name).replace(/\.[a-z0-9]+$/i, '').replace(/[-_]+/g, ' ').trim() || name
  switch (format) {
    case 'records': return new RecordParser()
    case 'pubmed': return new PubmedParser()
    case 'jats': return new JatsParser()
    case 'ris': return new WholeTextParser(parseRis)
    case 'nbib': return new WholeTextParser(parseNbib)
    case 'markdown': return new WholeTextParser((text) => parseMarkdown(text, title))
    case 'html': return new WholeTextParser((text) => parseHtml(text, title))
    default: return assertNever(format)
  }
}
