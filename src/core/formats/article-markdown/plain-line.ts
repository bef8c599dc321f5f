/**
 * Text from outside as one harmless line: runs of white space become one space; control characters (which could
 * drive a terminal) and the marks that reverse reading direction (which could make a quote look like another) go.
 */
export function plainLine(text: string): string {
  return text
    .replaceAll(/[\s\u2028\u2029]+/gu, ' ')
    // oxlint-disable-next-line no-control-regex -- control characters are what is removed here
    .replaceAll(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .trim()
}
