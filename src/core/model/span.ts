import { z } from 'zod'

/** A half-open range `[start, end)` of a source's text, in UTF-16 units. */
export const spanSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
export type Span = Readonly<z.infer<typeof spanSchema>>
