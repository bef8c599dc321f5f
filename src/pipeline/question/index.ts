export { SAFETY_MESSAGES } from './safety-messages.ts'
export { MAX_QUESTION_CHARACTERS } from './refuse-unreadable.ts'
export { flipFraming, type FramingCheck } from './flip-framing.ts'
export { understandQuestion, type QuestionInput } from './understand-question.ts'
