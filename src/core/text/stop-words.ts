/**
 * English words that carry grammar and no topic: the Snowball list (Porter 2001, snowballstem.org/algorithms/english/stop.txt)
 * with its modal verbs, so that a question's frame ("what is …, how does …") leaves no trace in a search.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set((
  'i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself '
  + 'they them their theirs themselves what which who whom this that these those am is are was were be been being have has had having '
  + 'do does did doing would should could ought cannot a an the and but if or because as until while of at by for with about against '
  + 'between into through during before after above below to from up down in out on off over under again further then once here there '
  + 'when where why how all any both each few more most other some such no nor not only own same so than too very can will shall may '
  + 'might must whose within without upon among per via whether'
).split(' '))

/** Verbs and nouns by which a question asks ("list the …", "which … are used for"): stop words of queries, not of documents. */
export const ASKING_WORDS: ReadonlySet<string> = new Set('list name describe explain define tell give show please know known used use using involved called mean means'.split(' '))
