/**
 * Every sentence that an article may print beside the words of a source, as the verifier knows them: written down a
 * second time, apart from the composer, so that a slip there is seen here (double entry). `{}` stands for a stretch
 * made of known strings alone: names of the cited sources, inputs, rows at the quote. `{q}` is a quote, whole.
 */
export const HOUSE_SENTENCES: readonly string[] = [
  // What stands before and after a source's own sentence.
  '{q}', '{}: {q}', '{} ({}): {q}', '{} (as relayed by {}) ({}): {q}', '{}: “{q}”', '{} ({}): “{q}”',
  // Silence.
  '{} ({}) is silent: it dates from {}, and the first study of {} held here from {}. Silence is not opposition and does not vote.',
  '{} ({}) is silent: {} lies outside its scope. Silence is not opposition and does not vote.',
  '{} ({}) is silent: it does not mention {} in what was read. Silence is not opposition and does not vote.',
  // Conflicts.
  'Disagreement about {}. Why: {}.', 'Apparent disagreement about {}. Why: {}.',
  'One body that covers the condition is silent on this: {}. Silence is counted neither for nor against.',
  '{} bodies that cover the condition are silent on this: {}. Silence is counted neither for nor against.',
  'A disagreement known only at second hand: {}.',
  'The bodies held here do not contradict each other for these people.', 'Fewer than two bodies take a position, so none is contradicted.',
  // Steps.
  'Step {}. Guidance is contested, so this is the fork and not a path.',
  'Step {}. One side, {}: {q}', 'Step {}. One side, {} ({}): {q}', 'Step {}. The other side, {}: {q}', 'Step {}. The other side, {} ({}): {q}',
  'Step {}. If the person is one of those {} speaks of: {q}', 'Step {}. If the person is one of those {} speaks of ({}): {q}',
  'Step {}. Do not go on if the person is one of those {} speaks of: {q}', 'Step {}. Do not go on if the person is one of those {} speaks of ({}): {q}',
  'Step {}. {} takes no side for the people it speaks of: {q}', 'Step {}. {} takes no side for the people it speaks of ({}): {q}',
  'Step {}. Before that, {}: {q}', 'Step {}. Before that, {} ({}): {q}',
  'Step {}. The other side has no clinical body: {} call it unproven or not necessary; {} are silent.',
  'Step {}. The other side has no clinical body: {} call it unproven or not necessary.', 'Step {}. The other side has no clinical body: {} are silent.',
  'Step {}. No clinical body held here advises against it; what stands against it is the evidence: {}.',
  'Step {}. Find out what the question does not say: {}.',
  'No clinical body held here gives steps for these people, so none are printed.',
  // Who paid.
  'Of {} studies held on this question {} are industry-funded, {} partly, {} publicly funded, {} without outside funding; for {} the funding is not known, which is not the same as independent.',
  ...['Without studies known to be paid for by a maker', 'With only the studies known not to be paid for by a maker'].flatMap((line) => [
    `${line}, no comparative result is left.`,
    ...['is', 'are'].flatMap((verb) => ['{}', 'conditional: it depends on the person'].flatMap((stance) => ['{}', 'not rated'].map((certainty) => `${line}, {} of {} with a comparative result ${verb} left, and the verdict would be ${stance} (certainty ${certainty}).`))),
  ]),
  ...['declares ties to the maker', 'its members perform the procedure', 'no ties declared', 'ties not known'].flatMap((ties) => [`{}: ${ties}.`, `{}: ${ties} ({}).`]),
  // The case against criteria.
  ...['nothing is stated as met', 'stated: {}'].flatMap((met) => ['nothing is missing', 'not stated, so missing and not "not met": {}'].map((missing) => `Against what {} asks: ${met}; ${missing}.`)),
  // Nothing held.
  'No cost or cost-effectiveness figure is held for this.', 'No result on benefit is held for these people.',
  'No rate of harm is held for these people. That is a gap in what we hold, not a sign of safety.',
  'No clinical body held here takes a position on this for these people.', 'No other treatment of the same condition is held with a result that compares two groups.',
  'No result on the accuracy of {} (sensitivity, specificity) is held; what is held is how people fared after it.',
  'Nothing held here speaks to this question. Searched: {} sources; {} were looked at and none is on topic.',
  'Nothing held here speaks to this question. Searched: {} sources for {}; {} were looked at and none is on topic.',
  '{} text held here may speak to this question, and none has been appraised, so no verdict is drawn; their own words are quoted below.',
  '{} texts held here may speak to this question, and none has been appraised, so no verdict is drawn; their own words are quoted below.',
  '{}, which hid the treatment from people, left people like these out; the numbers below come from trials that did not hide it.',
  // Pools.
  ...['with two trials the spread between them cannot be estimated', 'I² {}%'].map((spread) => `Recomputed by us from {}: {}; ${spread}. This is a check of {} and no second support; figures differ where the review had other data or harmonised the outcome.`),
  '{} and {} are not pooled: one hides the treatment from people and the other does not, and they compare it with different things.',
]

/** What may follow a source's own sentence, beside the remark that its inputs hold. */
export const REMARKS: readonly string[] = ['This does not measure the effect of the treatment: {}.', 'It is told at second hand: {}.']
