import { tokensOf, type Token } from '../../../core/text/index.ts'
import { kinOf } from './kin-words.ts'

/** The tokens of a text; a word that belongs to a group of kin has the group's name as one more term. */
export function stanceTokens(text: string): Token[] {
  return tokensOf(text).map((token) => {
    const kin = kinOf(token.lower)
    return kin === undefined || token.stems.length === 0 ? token : { ...token, stems: [...token.stems, kin] }
  })
}
