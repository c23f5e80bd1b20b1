import { EnvironmentError } from '../../core/errors.js';
import { extensionOf } from '../../core/file-name.js';
import { type Finding, finding } from '../../core/finding.js';
import type { Lang } from '../../core/lang.js';
import { describe } from '../../rules/index.js';
import { SpreadsheetError } from '../../spreadsheet/index.js';
import { unsupported } from '../inputs/look.js';
import { systemCode } from '../system/error.js';

/**
 * The finding for a file that could not be read. What is neither the file's nor the
 * system's fault is a bug, and goes on its way.
 */
export function fileProblem(file: string, error: unknown): Finding {
  const place = { file };
  if (!(error instanceof SpreadsheetError)) {
    return finding('CCDS-F09', place, { reason: systemCode(error) });
  }
  const { reason, details } = error;
  switch (reason) {
    case 'encrypted':
      return finding('CCDS-F02', place, {});
    case 'empty':
      return finding('CCDS-F08', place, {});
    case 'limit':
      return finding('CCDS-F03', place, {
        limit: String(details.limit ?? ''),
        value: Number(details.value ?? 0),
      });
    case 'unsupported': {
      const { code, args } = unsupported(String(details.kind ?? ''), extensionOf(file));
      return finding(code, place, args);
    }
    default:
      return finding('CCDS-F01', place, { reason });
  }
}

/** The same where that file was all there was to do. */
export function unreadable(file: string, error: unknown): EnvironmentError {
  const problem = fileProblem(file, error);
  const said = (lang: Lang) => {
    const { message, fix } = describe(problem, lang);
    return `${message} ${fix}`.trim();
  };
  return new EnvironmentError('file-unreadable', { file, vi: said('vi'), en: said('en') });
}
