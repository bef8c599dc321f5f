import type { Source } from '../../../model/index.ts'

/**
 * Words of a company as funder. "Supported by X" names hundreds of firms, so legal forms and the usual "Pharma…"
 * endings are read together with the largest makers, which print neither.
 */
const INDUSTRY = /\b(?:Inc|Ltd|LLC|GmbH|Corp|Corporation|PLC|plc|KGaA|SpA|S\.p\.A|B\.V|A\/S|Pty|Company|Laboratories|Pharma\w*|Biopharma\w*|Biotech\w*|Therapeutics|Biosciences|Medtronic|AstraZeneca|Pfizer|Novartis|Roche|Genentech|Sanofi|Merck|MSD|GlaxoSmithKline|GSK|Bayer|Boehringer|Lilly|Novo Nordisk|Abbott|AbbVie|Amgen|Bristol[- ]Myers|Janssen|Johnson & Johnson|Takeda|Astellas|Daiichi|Gilead|Servier|Relievant|Boston Scientific|Stryker|Wyeth|Schering|Nestl[eé]|Danone|industry|manufacturer)\b/
const PUBLIC = /\b(?:National Institutes? (?:of|for)|NIH|NHLBI|NCI|NIDDK|NIMH|NIAID|NIHR|NHS|Medical Research Council|MRC|Wellcome|Research Council|Ministry|Ministerio|Department of (?:Health|Defense|Veterans)|Veterans Affairs|European (?:Union|Commission)|EU\b|Horizon 2020|government|Government|Agency for|AHRQ|Centers for Disease Control|CDC|Universit\w+|Foundation|Fondation|Stiftung|Society|Charit\w+|Trust|Academy|Institut\w*|Hospital|Canadian Institutes|NHMRC|Deutsche Forschungsgemeinschaft|World Health Organization|WHO|Science Council|National Natural Science|USAID|Gates)\b/
const NONE = /\b(?:no (?:specific |external |additional |particular |financial |commercial )*(?:funding|grant|support|sponsor\w*|source of (?:funding|support))|(?:was|were|is) not (?:externally )?(?:funded|supported|sponsored)|without (?:any )?(?:external )?funding|(?:received|had) no (?:external |outside )?(?:funding|support)|no funder|unfunded)\b/i

/**
 * Who paid, as far as a statement's words say: `unclear` when they name nobody we can class.
 *
 * A source of money outside government, universities, charities and companies stays `unclear`; nothing is guessed
 * from a study's topic.
 */
export function classifyFunding(statement: string | null): Source['funding'] {
  if (statement === null || statement.trim() === '') return 'unclear'
  const industry = INDUSTRY.test(statement)
  const open = PUBLIC.test(statement)
  if (industry && open) return 'mixed'
  if (industry) return 'industry'
  if (open) return 'public'
  return NONE.test(statement) ? 'none' : 'unclear'
}

/** The sentence of an abstract that names the funder ("(Funded by AstraZeneca; …)"), or null. */
export function fundingSentence(text: string): string | null {
  const match = /\(?\b(?:Funded|Supported|Sponsored) by [^.;)]{2,300}|\bFunding:? [^.;)]{2,300}/.exec(text)
  return match === null ? null : match[0].replace(/^\(/, '').trim()
}
