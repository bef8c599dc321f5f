export { placeInFile, type Page, type PageBlock, type PageReference } from './page.ts'
export { readHtmlPage } from './read-html-page.ts'
export { readMarkdownPage } from './read-markdown-page.ts'
export { readPlainPage } from './read-plain-page.ts'
