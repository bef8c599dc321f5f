import { writeFile } from 'node:fs/promises'
import { Fault } from '../../../core/model/index.ts'
import { renderAudit } from '../page/render-audit.ts'
import { withEngine, writeJson, type CommandContext } from './command-context.ts'

export type AuditOptions = { readonly json?: boolean; readonly html?: string }

/** Holds a page from anywhere against the library, claim by claim. Keeps nothing of it. */
export async function audit(context: CommandContext, path: string, { json, html }: AuditOptions): Promise<void> {
  const { page, ...audited } = await withEngine(context, async (engine) => engine.audit(path))
  if (html !== undefined) {
    const { auditHtml } = await import('../../../core/formats/audit-html/index.ts')
    await writeFile(html, auditHtml({ ...audited, page })).catch((error: unknown) => {
      throw new Fault('storage', `the copy ${html} cannot be written`, 'Name a file in a folder that exists and that you may write to.', { cause: error })
    })
  }
  if (json === true) writeJson(context, audited)
  else context.terminal.out(renderAudit(audited, context.terminal))
  if (html !== undefined) context.terminal.note(`Wrote ${html}\n`)
}
