/** The printed lines of docs/methods/wording.md, word for word where it gives them. */
export const SAFETY_MESSAGES = {
  emergency: 'This may be an emergency. Call your local emergency number now. This page cannot assess a person.',
  diagnosis: 'This page cannot say what causes your symptoms. It can say what studies found about the topic below.',
  'personal-dose': 'Doses here are those used in studies. What is right for one person needs their prescriber. Do not start, stop or change a medicine because of this page.',
  'out-of-scope': 'This page cannot say what a law, a contract or a benefit plan entitles someone to, and cannot predict what will happen to one person. It can say what studies and guidelines found about the topic below.',
} as const
