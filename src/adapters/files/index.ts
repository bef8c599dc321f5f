export { fileDocuments } from './file-documents.ts'
