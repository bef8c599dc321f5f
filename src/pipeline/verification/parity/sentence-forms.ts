/**
 * The forms of sentence in which a patient is told something, by what they tell. A form is a shape of words with its
 * parts; what stands in the parts is checked against the reference. A sentence of no form here tells something that the
 * reference is not known to say.
 */
export type Form = readonly [slot: string, pattern: RegExp]

const N = String.raw`\d[\d,]*(?:\.\d+)?`
const TIME = String.raw`(?: (?:within|after|over) (?<time>[\d.]+ (?:days|months|years)))?`
const AMONG = String.raw`(?: among (?<people>.+?))?`
const form = (slot: string, pattern: string): Form => [slot, new RegExp(`^${pattern}$`, 'u')]
const fixed = (slot: string, ...sentences: readonly string[]): Form[] => sentences.map((sentence) => form(slot, sentence.replace(/[.?()]/g, String.raw`\$&`)))

/** What a study or a body of studies found. */
export const EVIDENCE_FORMS: readonly Form[] = [
  form('control', String.raw`Of 1000 (?<people>.+) who had (?<comparator>.+?), about (?<number>${N}) (?<event>.+?)${TIME}\.`),
  form('treated', String.raw`Of 1000 who had (?<treatment>.+), it was about (?<number>${N})\.`),
  form('others', String.raw`The other (?<first>${N}) and (?<second>${N}) did not\.`),
  form('size', String.raw`(?<lead>That is|That is little or no difference:|The studies could not tell if there is a real difference:) about (?<number>${N}) (?<direction>fewer|more)(?: \(it could be (?<range>[^)]+)\))?\.`),
  ...fixed('own-range', 'We worked out this range ourselves.'),
  form('below-line', String.raw`This is below the line we use for a difference that matters to most people \((?<number>${N}) of 1000\)\.`),
  form('score', String.raw`On (?<scale>.+?), people with (?<treatment>.+?) did (?:(?<number>${N}) (?<unit>(?:percentage )?\w+) (?<direction>better|worse) than|(?<same>about as well as)) people with (?<comparator>.+?)${TIME}${AMONG}(?: \(it could be (?<range>[^)]+)\))?\.`),
  form('side', String.raw`On (?<outcome>.+?), people with (?<treatment>.+?) did (?<direction>better|worse) than people with (?<comparator>.+?)${TIME}${AMONG}\.`),
  form('side', String.raw`(?<outcome>.+?): people with (?<treatment>.+?) did (?<direction>better|worse) than people with (?<comparator>.+?)${TIME}${AMONG}\.`),
  form('open-effect', String.raw`The (?:studies|study) could not tell if (?<treatment>.+?) makes a difference to (?<outcome>.+?)${TIME}${AMONG}, next to (?<comparator>.+)\.`),
  form('often', String.raw`With (?<treatment>.+?), (?<outcome>.+?) happened (?<direction>more|less) often than with (?<comparator>.+?)${TIME}${AMONG}\.`),
  form('very-unsure', String.raw`We are very unsure what (?<treatment>.+?) does to (?<outcome>.+?)${TIME}, next to (?<comparator>.+)\.`),
  form('contradict', String.raw`Large studies do not agree on what (?<treatment>.+?) does to (?<outcome>.+?)${TIME}, next to (?<comparator>.+)\.`),
  ...fixed('no-one-number', 'One number for all would mislead.'),
  ...fixed('counted-as-one', 'Studies named this result in different ways, and we count it as one.'),
  form('no-effect-number', String.raw`We hold no number for what (?<treatment>.+?) does to (?<outcome>.+)\.`),
  form('certainty', String.raw`We are (?<level>sure|fairly sure|not very sure|very unsure) of (?<of>this|these results)(?<open>, and they leave it open)?\.`),
  form('line', String.raw`The usual line for a change people notice is (?<number>${N})\.`),
  ...fixed('small-by-usual-line', 'By the line often used, this is too small to matter.'),
  ...fixed('line-not-held', 'We hold no source for that line.'),
  ...fixed('too-small', 'This is too small a difference to matter to most people.'),
  ...fixed('little', 'That is little or no difference.'),
  ...fixed('open', 'The studies could not tell if this is a real difference.', 'The study could not tell if this is a real difference.'),
  ...fixed('no-unit', 'The size has no plain unit.'),
  ...fixed('not-exact', 'How exact this is was not available to us.'),
  ...fixed('no-count', 'How many people that means was not available to us.'),
  ...fixed('not-exact-no-count', 'How exact this is, and how many people that means, was not available to us.'),
  ...fixed('indirect', 'The two were not set side by side in one study.'),
  ...fixed('worked-out', 'This was worked out from other studies.'),
  ...fixed('watched', 'People were only watched here, not put into groups by chance.'),
  ...fixed('no-cause', 'This cannot show that one causes the other.'),
  form('link', String.raw`In people who had (?<treatment>.+), (?<outcome>.+) happened (?<direction>more|less) often\.`),
  form('no-link', String.raw`No clear link was seen between (?<treatment>.+) and (?<outcome>.+)\.`),
  ...fixed('surrogate', 'This is a test or scan result.'),
  ...fixed('surrogate-limit', 'It is not a measure of how people do.'),
  ...fixed('outranked', 'It did not decide our answer, because fairer tests exist.'),
  form('added-up', String.raw`We added up (?<number>${N}) studies for this\.`),
  form('adds', String.raw`The source adds: (?<clauses>“.+”)\.`),
  form('stated', String.raw`The source itself is (?<level>sure|fairly sure|not very sure|very unsure) of this\.`),
  form('study', String.raw`This is from (?<study>.+)\.`),
  ...fixed('maker-paid', 'The maker paid for it.'),
  ...fixed('maker-paid-part', 'The maker paid for part of it.'),
  ...fixed('hidden', 'People did not know which one they had.'),
  ...fixed('some-knew', 'In some of its studies people could know which one they had.'),
  ...fixed('knew', 'People knew which one they had.'),
  ...fixed('kept-to-plan', 'Only people who kept to the plan were counted.'),
  ...fixed('preprint', 'Other experts had not yet checked it.'),
  ...fixed('corrected', 'The paper was corrected later.'),
  ...fixed('afterwards', 'This was looked at only afterwards.'),
  form('took-part', String.raw`Who took part: (?<people>.+)\.`),
  form('about', String.raw`This is about (?<people>.+)\.`),
  ...fixed('inside', 'It is one of the studies in the review, so it does not count twice.'),
  ...fixed('overlaps', 'It overlaps with the review, so it does not count twice.'),
  ...fixed('not-equal', 'Not worse is not the same as equal.'),
  ...fixed('not-worse', 'It was not worse by more than the limit that the study had set.'),
  ...fixed('maybe-worse', 'It could not rule out that it is worse by more than the limit that the study had set.'),
  ...fixed('no-plain-number', 'We have no plain number for this.', 'We have no plain number for these.'),
  form('share', String.raw`About (?<number>${N}) of 1000 (?<rest>.+?)${TIME}\.`),
  form('shares', String.raw`From (?<low>${N}) to (?<high>${N}) of 1000 (?<rest>.+?)${TIME}, by study\.`),
  form('change', String.raw`(?:With (?<treatment>.+?), )?(?<outcome>.+?) got (?<direction>better|worse) by (?<number>${N})(?<percent>%)?(?: (?<unit>\w+?))?(?: on (?<scale>.+?))?${TIME}, from where people began\.`),
  form('among-treated', String.raw`It also compared treated people with each other: (?<sides>.+)\.`),
  form('common', String.raw`(?<outcome>.+) was (?<direction>more|less) common in the first group\.`),
  form('looked-at', String.raw`It (?:also )?looked at (?<outcomes>.+)\.`),
  form('care', String.raw`Take care: (?<reasons>.+)\.`),
  form('cost-per-year', String.raw`Each extra year in good health from (?<treatment>.+?) cost about (?<money>\D*)(?<number>${N})${TIME}(?:, next to (?<comparator>.+))?\.`),
  form('cost', String.raw`The cost was about (?<money>\D*)(?<number>${N})${TIME}(?:, next to (?<comparator>.+))?\.`),
  form('years-gained', String.raw`People gained about (?<number>${N}) years in good health from (?<treatment>.+?)${TIME}(?:, next to (?<comparator>.+))?\.`),
  form('worth', String.raw`It also judged if (?<treatment>.+?) is worth its cost(?:, next to (?<comparator>.+))?\.`),
  ...fixed('worth-turns-on', 'Its answer turns on what a payer would pay for a year in good health.'),
  form('measured-by', String.raw`It was measured by (?<study>.+?)(?: \((?<year>\d{4})\))?; we read it in (?<path>.+)\.`),
  ...fixed('own-differs', 'Its own paper gives another number.'),
  ...fixed('another-paper', 'This number comes from another paper that we do not hold.'),
  ...fixed('part-of-another-paper', 'Part of this comes from another paper that we do not hold.'),
  ...fixed('others-found', 'It tells what others found.'),
  form('intro', String.raw`(?<name>[^.:]+?)(?:: (?<meaning>.+))?\.`),
]

const WHO = String.raw`(?<who>An expert group|A draft by an expert group|A group that weighs effect and cost|A health plan|The agency that licenses drugs and devices) \((?<body>.+?), (?<year>\d{4}|date not known)\)(?<relayed>, as another paper reports,)?`
const VERB = '(?<verb>strongly advises against|strongly advises|leans towards|leans against|is in favour of|advises against|leaves it to each person to decide about|says too little is known about|says there is not enough proof for|says nothing about|may pay, if its rules are met, for|does not see a need for|limits or refuses|lets makers sell)'

/** What a body says, and what to know beside it. */
export const POSITION_FORMS: readonly Form[] = [
  form('unread', String.raw`${WHO} may speak of (?<what>.+), but we could not read it\.`),
  form('advice', String.raw`${WHO} ${VERB} (?<what>.+)\.`),
  ...fixed('no-side', 'We count it on no side.'),
  form('illness', String.raw`It speaks of (?:people with )?(?<illness>.+)\.`),
  form('adds', String.raw`It adds: (?<clauses>“.+”)\.`),
  ...fixed('predates', 'It was written before the first study of it that we hold.'),
  ...fixed('outside', 'It covers other kinds of care.'),
  ...fixed('not-a-no', 'That is not a no.'),
  form('newer', String.raw`It has put out newer advice since(?: \((?<year>\d{4})\))?\.`),
  ...fixed('other-outcome', 'That advice is about another result, so we do not count it here.'),
  ...fixed('edge', 'This is a limit of its own advice and not a no to all.'),
  ...fixed('linked', 'It has ties to the maker.'),
  ...fixed('interested', 'Its members do this procedure.'),
  ...fixed('draft', 'A draft can change, so we do not count it.'),
  ...fixed('leave-to-sell', 'That is leave to sell it.'),
  ...fixed('not-advice', 'It is not advice to have it.'),
  ...fixed('ungraded', 'It does not say how strong its advice is.'),
  ...fixed('old', 'This is more than 5 years old.'),
  ...fixed('later', 'There are newer versions that we do not hold.'),
  ...fixed('second-hand', 'We have not read it ourselves, so we do not count it.'),
]

/** Decision steps; a step's advice is read by the forms of a position. */
export const STEP_FORMS: readonly Form[] = [
  form('step', String.raw`Step (?<number>\d+)\.`),
  ...fixed('not-said', 'What the question does not say.'),
  form('speaks-of', String.raw`(?<bodies>(?!It ).+?) (?:speaks|speak) of (?<people>.+)\.`),
  ...fixed('fork', 'Experts disagree.'),
  ...fixed('fork-only', 'So this shows the fork and not one path.'),
  form('plans', String.raw`(?:The other side: no expert group held here advises against it\. )?Health plans \((?<bodies>.+)\) call it unproven or not needed\.`),
  form('silent', String.raw`Other groups say nothing about it \((?<bodies>.+)\)\.`),
  ...fixed('nobody-against', 'The other side: no expert group held here advises against it.'),
  ...fixed('studies-against', 'What stands against it is the studies.'),
  form('one-side', 'One side:'),
  form('other-side', 'The other side:'),
]

const SAYS = '(?<says>is in favour|leaves it to each person|advises against it|says too little is known|says nothing)'

/** Who disagrees, and why. */
export const CONFLICT_FORMS: readonly Form[] = [
  ...fixed('plans-differ', 'Health plans do not agree.'),
  form('may-pay', String.raw`(?<bodies>.+) may pay if rules are met\.`),
  form('does-not-pay', String.raw`(?<bodies>.+) (?:does|do) not\.`),
  ...fixed('plan-not-counted', 'A plan weighs its contract and cost too, so this does not count in our answer.'),
  form('same-side', String.raw`(?<bodies>.+) both favour it, but not as strongly\.`),
  form('targets', String.raw`(?<bodies>.+) both favour it, but aim for different goals \((?<targets>.+)\)\.`),
  form('differ', String.raw`(?<bodies>.+) do not say the same\.`),
  form('says', String.raw`(?<bodies>.+) ${SAYS}\.`),
  ...fixed('no-reason', 'What we hold does not show why.'),
  form('people', String.raw`They speak of different people: (?<people>.+)\.`),
  form('illnesses', String.raw`They speak of different illnesses: (?<illnesses>.+)\.`),
  form('older', String.raw`(?<bodies>.+?) is older than (?:this study|these studies): (?<studies>.+)\.`),
  form('results', String.raw`They look at different results: (?<results>.+)\.`),
  form('compared-with', String.raw`They compare it with different things: (?<others>.+)\.`),
  form('builds-on', String.raw`(?<bodies>.+?) builds on (?:this study|these studies): (?<studies>.+)\.`),
  form('did-not-have', String.raw`(?<bodies>.+?) did not have (?:this study|these studies): (?<studies>.+)\.`),
  form('later', String.raw`(?<bodies>.+) has newer versions that we do not hold\.`),
  form('consensus', String.raw`(?<bodies>.+) goes by what its members agree on\.`),
  form('paid', String.raw`Industry paid for the paper of (?<bodies>.+), in full or in part\.`),
  ...fixed('two-words', '“Not needed” and “unproven” mean the same here.'),
  form('dates', String.raw`They are of different times: (?<older>.+) (?<first>is from|looked at studies up to) (?<before>\d{4}), (?<newer>.+) (?<second>is from|looked at studies up to) (?<after>\d{4})\.`),
  form('method', String.raw`(?<bodies>.+) shows step by step how it gets from studies to advice\.`),
  form('no-method', String.raw`We do not know that of (?<bodies>.+)\.`),
  form('ties', String.raw`(?<bodies>.+) has ties to the maker\.`),
  form('members', String.raw`Members of (?<bodies>.+) do this procedure\.`),
  ...fixed('apparent', 'So this may not be a true clash.'),
]

/** The verdict: what is said of the treatment, who is on which side, how sure the studies leave us. */
export const VERDICT_FORMS: readonly Form[] = [
  form('stance', String.raw`(?<stance>Experts advise against|Experts advise|It depends on the person:|Experts disagree about|There is no agreement about|Studies speak against|Too little is known about|We found nothing on) (?<what>.+)\.`),
  form('stance', String.raw`(?<stance>This is not a yes-or-no question)\.`),
  form('holdings', String.raw`Here is what we hold(?: on (?<what>.+))?\.`),
  form('group', String.raw`For (?<people>.+): (?<stance>experts advise it|it depends on the person|experts disagree|experts or studies speak against it|too little is known|we found nothing|this is not a yes-or-no question)\.`),
  ...fixed('no-side', 'No expert group held here takes a side.'),
  form('for', String.raw`(?<bodies>.+) (?:is|are) in favour for the people each speaks of\.`),
  form('leans-for', String.raw`(?<bodies>.+) (?:leans|lean) towards it for the people each speaks of\.`),
  form('neither', String.raw`(?<bodies>.+) (?:leaves|leave) it to each person\.`),
  form('against', String.raw`(?<bodies>.+) (?:advises|advise) against it\.`),
  form('leans-against', String.raw`(?<bodies>.+) (?:leans|lean) against it\.`),
  form('insufficient-evidence', String.raw`(?<bodies>.+) (?:says|say) too little is known\.`),
  form('linked', String.raw`(?<bodies>.+) (?:has|have) ties to the maker\.`),
  form('interested', String.raw`Members of (?<bodies>.+) do this procedure\.`),
  form('certainty', String.raw`The studies leave us (?<level>sure|fairly sure|not very sure|very unsure)\.`),
  ...fixed('unrated', 'How sure one can be was not rated.'),
  form('searched', String.raw`We searched (?<searched>${N}) sources and looked at (?<considered>${N}) of them\.`),
  ...fixed('none-on-topic', 'None was about this.'),
]
