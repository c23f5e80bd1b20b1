import { damagedError, resolveLimits } from './limits.js';
import { readRelationships } from './relationships.js';
import { fileSource, memorySource, type Source } from './source.js';
import { type OpenWorkbook, SpreadsheetError, type Workbook } from './types.js';
import { openXlsx } from './xlsx-workbook.js';
import { openZip } from './zip-parts.js';

export * from './types.js';

export const openWorkbook: OpenWorkbook = async (source, options = {}): Promise<Workbook> => {
  const limits = resolveLimits(options);
  const opened: Source =
    typeof source === 'string' ? fileSource(source) : memorySource(source.bytes);
  try {
    if (opened.size === 0) throw new SpreadsheetError('empty', 'the file is empty');
    if (opened.size > 4 && opened.read(0, 2).toString('latin1') === 'PK') {
      const zip = openZip(opened, limits);
      const part = readRelationships(zip, '').find((r) => r.type === 'officeDocument')?.target;
      if (part === undefined) throw damagedError('no workbook');
      return openXlsx(opened, zip, part, limits);
    }
    const [{ openCsv }, { detectEncoding }] = await Promise.all([
      import('./csv.js'),
      import('./text-encoding.js'),
    ]);
    return openCsv(opened, detectEncoding(opened.read(0, opened.size)), limits);
  } catch (error) {
    opened.close();
    throw error;
  }
};
