import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { Fault } from '../../../core/model/index.ts'
import type { DomainOverride } from '../../../pipeline/synthesis/index.ts'

const overridesSchema = z.array(z.strictObject({
  outcome: z.string().min(1),
  domain: z.enum(['risk of bias', 'inconsistency', 'imprecision', 'indirectness', 'publication bias']),
  concern: z.enum(['none', 'note', 'serious', 'very-serious', 'not-assessable', 'not-judged']),
  reason: z.string().min(3),
  by: z.string().min(1),
}))

const EXAMPLE = '[{"outcome": "pain", "domain": "indirectness", "concern": "serious", "reason": "…", "by": "your name"}]'

/** A reader's own judgements of GRADE domains, from a JSON file; each needs a reason and a name. Throws a Fault that names file and place. */
export async function readOverrides(path: string): Promise<readonly DomainOverride[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Fault('bad-input', `the file of judgements ${path} cannot be read`, 'Check the path given with --overrides.', { cause: error })
  })
  const parsed = overridesSchema.safeParse(parseJson(text, path))
  if (parsed.success) return parsed.data
  throw new Fault('bad-input', `the file of judgements ${path} is not as it should be: ${z.prettifyError(parsed.error)}`, `Write a list such as ${EXAMPLE}`)
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Fault('bad-input', `the file of judgements ${path} is not JSON`, `Write a list such as ${EXAMPLE}`, { cause: error })
  }
}
