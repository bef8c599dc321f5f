export { formatReference } from './format-reference.ts'
export { titleSearchLink } from './title-search-link.ts'
