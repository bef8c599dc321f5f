type Rule = readonly [pattern: RegExp, plain: string]

/** Told once a section where every study in it is so. */
export const NO_COMPARISON = 'it had no comparison group, so it cannot show what the treatment did'

/**
 * The weaknesses that sources and appraisal name again and again, in plain words. Each pattern is a term of the field,
 * never a study; the exact words stay one click away in the quote.
 */
const LIMITS: readonly Rule[] = [
  [/interval (?:crosses|holds)|imprecis/i, 'the range of likely results is wide'],
  [/interval was not available/i, 'how exact the result is was not available to us'],
  [/fewer people or events|little information/i, 'too few people were studied to be exact'],
  [/per[- ]protocol/i, 'only people who kept to the plan were counted'],
  [/complet(?:ers|ed)|last visit attended|missing after|\bmissing\b/i, 'people who dropped out were not counted in full'],
  [/lost to follow|not seen at|\bdropped out|attrition|withdr[ae]w/i, 'some people were lost along the way'],
  [/cross(?:ed|ing)? ?over|crossover|switched? (?:to|group)/i, 'people could switch groups along the way'],
  [/stopped early|stopping early|interim/i, 'a study stopped early, which can make results look larger'],
  [/knew their treatment|open[- ]label|not blinded|unblinded|was not masked/i, 'people knew which treatment they had, which can change how they say they feel'],
  [/no (?:untreated )?(?:control|comparison)|single[- ]arm|without (?:an? |any )?(?:untreated )?(?:control|comparison|denominator)|cause not shown|shares? of (?:the )?treated|uncontrolled|treated arms? only|own starting|starting (?:scores|point)|before[- ]and[- ]after|treated people|range of shares/i, NO_COMPARISON],
  [/sponsor|funded by|part-funded|paid for by|manufacturer|industry/i, 'the maker paid for it or took part'],
  [/author conflicts|product links|ties to/i, 'some of its authors have ties to a maker'],
  [/model[- ]based|modelled/i, 'it comes from a computer model and not from what was seen in people'],
  [/predates|written before|older than|out of date|was before/i, 'it is older than some of the main studies'],
  [/later versions|later clearances|living guideline|later trials|replaced (?:in part )?by/i, 'newer work exists'],
  [/preprint|not peer reviewed/i, 'other experts had not yet checked it'],
  [/correct(?:ed|ions)/i, 'the paper was corrected later'],
  [/(?:only (?:in part|the header|the opening|abstract)|could not be read|not read|(?:was|were) read (?:on|in|from)|opening (?:part )?of the document|checked against|third-party|secondary)/i, 'we could read only part of it, or only a report about it'],
  [/not available to us|were not checked|not known|unknown|not reported/i, 'some of its facts were not available to us'],
  [/very small|small trials|few (?:serious )?events|too few/i, 'few people or few events were studied'],
  [/secondary outcome|not the primary|primary outcome/i, 'this was not the main thing that the study set out to measure, or the main thing was changed'],
  [/not adjudicated|code[- ]based|self[- ]reported|patient-reported/i, 'the way that results were recorded can miss or mix up cases'],
  [/pooled|fixed-effects?|overlap/i, 'results of different studies were added together, which may hide differences'],
  [/exclu(?:ded|sions?)|enter(?:ed)? from|mostly white|were white|healthy|narrow who|does not apply|subgroup|eligib/i, 'it studied some kinds of people only, so it may not fit others'],
  [/does not address|covers? (?:only )?non|silent|outside it|is about/i, 'it covers only part of this question'],
  [/do(?:es)? not agree|disputes?|did not confirm|another review|slightly different/i, 'other sources do not agree with it in full'],
  [/did not clearly differ|no clear difference|offset by|weakened/i, 'some of its results were weaker or less clear than its main one'],
  [/relayed|measured elsewhere|did not measure/i, 'the number was measured by another study'],
  [/same result/i, 'it is the same result, told in another way'],
  [/risk factor/i, 'it compares treated people with each other'],
  [/disagree/i, 'the studies do not agree with each other'],
]

/** A limitation in plain words, or null where no known kind of weakness is named in it. */
export function plainLimit(text: string): string | null {
  return LIMITS.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/** Every known kind of weakness in a text, in the order of the list. */
export function plainLimits(text: string): string[] {
  return [...new Set(LIMITS.filter(([pattern]) => pattern.test(text)).map(([, plain]) => plain))]
}
