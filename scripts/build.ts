/**
 * Builds dist/: the program as a few JavaScript files that load only what a command needs, and `dist/consilium.js`,
 * which starts it on the right Node. Runs with `npm install` (`prepare`); needs no network and no compiler.
 */
import { chmodSync, copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const output = join(root, 'dist')

/** These bring binaries or find files beside themselves, so they stay where npm put them. */
const EXTERNAL = ['better-sqlite3', '@lancedb/lancedb', 'apache-arrow']

const esbuild = await import('esbuild').catch(() => null)
if (esbuild === null) {
  // An install without development packages: a dist/ that came along is used as it is.
  if (existsSync(join(output, 'consilium.js'))) process.exit(0)
  console.error('dist/ cannot be built: esbuild is missing. Run npm install without --omit=dev.')
  process.exit(1)
}

const built = await esbuild.build({
  absWorkingDir: root,
  entryPoints: { main: 'src/main.ts' },
  outdir: output,
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  external: EXTERNAL,
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  // Bundled CommonJS packages call require() for Node's own modules.
  banner: { js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);" },
  logLevel: 'warning',
  metafile: true,
}).catch(() => null)
// esbuild has told what and where.
if (built === null) process.exit(1)
copyFileSync(join(root, 'scripts', 'consilium.js'), join(output, 'consilium.js'))
chmodSync(join(output, 'consilium.js'), 0o755)

// Last, so that a process started from the older files still finds most of what it loads.
const made = new Set([...Object.keys(built.metafile.outputs).map((file) => basename(file)), 'consilium.js'])
for (const name of readdirSync(output)) if (!made.has(name)) rmSync(join(output, name), { recursive: true })
