/** What a file really is, by its first bytes; a name may say anything. */
export type ContentKind =
  | { readonly kind: 'gzip' | 'tar' | 'text' }
  | { readonly kind: 'refused'; readonly reason: string }

/** Bytes looked at: a tar header is 512, and text formats show themselves in the first few thousand. */
export const HEAD_BYTES = 4096
const TAR_MAGIC_AT = 257

type Signature = { readonly bytes: readonly number[]; readonly reason: string }
const REFUSED: readonly Signature[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], reason: 'it is a PDF. Give its text as HTML or Markdown, or the article as JATS XML (PubMed Central offers it).' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], reason: 'it is a ZIP archive (or an Office document). Unpack it, or save the document as HTML or Markdown.' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], reason: 'it is an old Office document. Save it as HTML or Markdown.' },
  { bytes: [0x42, 0x5a, 0x68], reason: 'it is compressed with bzip2. Unpack it; gzip is read directly.' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], reason: 'it is compressed with xz. Unpack it; gzip is read directly.' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], reason: 'it is compressed with Zstandard. Unpack it; gzip is read directly.' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], reason: 'it is a 7-Zip archive. Unpack it; tar and gzip are read directly.' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], reason: 'it is an image. Text in images is not read.' },
  { bytes: [0xff, 0xd8, 0xff], reason: 'it is an image. Text in images is not read.' },
  { bytes: [0x47, 0x49, 0x46, 0x38], reason: 'it is an image. Text in images is not read.' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], reason: 'it is an SQLite database. Export its texts first.' },
]

/** What a file really is, by its first bytes and not by its name. */
export function contentKindOf(head: Uint8Array): ContentKind {
  if (head.length === 0) return { kind: 'refused', reason: 'it is empty. Download or write it again.' }
  if (startsWith(head, [0x1f, 0x8b])) return { kind: 'gzip' }
  if (startsWith(head.subarray(TAR_MAGIC_AT), [0x75, 0x73, 0x74, 0x61, 0x72])) return { kind: 'tar' }
  const refused = REFUSED.find(({ bytes }) => startsWith(head, bytes))
  if (refused !== undefined) return { kind: 'refused', reason: refused.reason }
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return { kind: 'text' }
  if (head.includes(0)) return { kind: 'refused', reason: 'it is binary, not text. Give a text format (see the README for those read).' }
  return { kind: 'text' }
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte)
}
