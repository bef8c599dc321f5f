/** One import or re-export of a module. Types alone are gone at run time and couple no behaviour. */
export type ModuleImport = { readonly specifier: string; readonly isTypeOnly: boolean; readonly names: readonly string[]; readonly isDynamic: boolean }

const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?(?:([^'"();]*?)\s+from\s+)?['"]([^'"\n]+)['"]/gmu
const DYNAMIC = /(typeof\s+)?\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/gu

/** The modules that a TypeScript file imports, re-exports or loads later, read from its text without a compiler. */
export function readImports(code: string): readonly ModuleImport[] {
  const bare = withoutComments(code)
  const statements = [...bare.matchAll(STATEMENT)].map(([, type, clause = '', specifier = '']) => {
    const names = namesIn(clause)
    return { specifier, isTypeOnly: type !== undefined || (names.length > 0 && names.every((name) => name.startsWith('type '))), names: names.map((name) => name.replace(/^type /u, '')), isDynamic: false }
  })
  const dynamic = [...bare.matchAll(DYNAMIC)].map(([, type, specifier = '']) => ({ specifier, isTypeOnly: type !== undefined, names: [], isDynamic: true }))
  return [...statements, ...dynamic]
}

/** `{ a, type B as C }` → `a`, `type B`; a default or namespace import is a name as well. */
function namesIn(clause: string): string[] {
  return clause.replaceAll(/[{}]/gu, ',').split(',').map((name) => name.trim().replace(/\s+as\s+.*$/u, '')).filter((name) => name !== '')
}

/** Code with its comments blanked out, line numbers kept; texts in quotes stay, so that `'//'` starts no comment. */
export function withoutComments(code: string): string {
  return code.replaceAll(/('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/gu, (found, quoted: string | undefined) => quoted ?? found.replaceAll(/[^\n]/gu, ' '))
}
