import { type Kind, SpreadsheetError, tellKind } from '../../spreadsheet/index.js';
import { systemCode } from '../system/error.js';
import { type Problem, problem } from './candidate.js';

/** What a file proves to be whose name does not tell, or what there is to be said of it. */
export type Looked = 'sheet' | 'archive' | Problem;

/**
 * Looks at the content of a file or of an archive's member. A text or a page proves nothing
 * without a name that calls it a table: it is left out as its extension says.
 */
export function lookInto(source: string | Uint8Array, extension: string): Looked {
  try {
    const isLoose = LOOSE.has(tellKind(source)) && extension !== 'prn';
    return isLoose ? problem('CCDS-F06', { kind: extension }) : 'sheet';
  } catch (error) {
    if (!(error instanceof SpreadsheetError))
      return problem('CCDS-F09', { reason: systemCode(error) });
    const { reason, details } = error;
    if (reason !== 'unsupported') return problem('CCDS-F06', { kind: extension });
    return details.kind === 'zip' ? 'archive' : unsupported(String(details.kind), extension);
  }
}

const LOOSE: ReadonlySet<Kind> = new Set<Kind>(['csv', 'html']);

/** What is known by its content, and not read: a document is left out, a spreadsheet is an error. */
export function unsupported(kind: string, extension: string): Problem {
  const isDocument =
    DOCUMENTS.has(kind) || (NAMED.has(kind) && NAMED.get(kind) === NAMED.get(extension));
  return problem(isDocument ? 'CCDS-F06' : 'CCDS-F04', { kind });
}

/** Not spreadsheets at all, whatever their names say: ignored with a warning. */
const DOCUMENTS: ReadonlySet<string> = new Set(
  'pdf docx doc pptx ppt odp image png jpeg jpg gif rtf odt'.split(' '),
);

/** Pages and data that are called what they are. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['xml', 'xml'],
  ['html', 'html'],
  ['htm', 'html'],
]);
