export { DROPPED_ELEMENTS, isHiddenElement, MAX_HTML_CHARACTERS, MAX_HTML_DEPTH } from './html-tree.ts'
export { parseHtml } from './parse-html.ts'
