export { MAX_MARKDOWN_CHARACTERS, parseMarkdown } from './parse-markdown.ts'
