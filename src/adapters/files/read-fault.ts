import { Fault } from '../../core/model/index.ts'

/** What went wrong while reading bytes, as a sentence with its remedy. */
export function readFault(error: unknown): Fault {
  if (error instanceof Fault) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : String(error)
  switch (code) {
    case 'ENOENT': return new Fault('not-found', 'there is no such file or folder', 'Check the path.', { cause: error })
    case 'EACCES': case 'EPERM': return new Fault('bad-input', 'it may not be read by this user', 'Change its permissions.', { cause: error })
    case 'ELOOP': return new Fault('bad-input', 'its symbolic links go in a circle', 'Remove the circular link.', { cause: error })
    case 'Z_BUF_ERROR': return new Fault('bad-input', 'the gzip data end too early: the file is cut short', 'Download it again.', { cause: error })
    case 'Z_DATA_ERROR': return new Fault('bad-input', `the gzip data are damaged (${message})`, 'Download it again.', { cause: error })
    default: break
  }
  if (/tar header|unexpected end of data/i.test(message)) return new Fault('bad-input', `the tar archive is damaged or cut short (${message})`, 'Download it again.', { cause: error })
  return new Fault('bad-input', `it could not be read (${message})`, 'Check the disk and the file.', { cause: error })
}
