import type { LedgerMessage, Words } from '../types.js';
import { count as counted } from './count.js';

/** What is wrong with a line of the ledger. */
const flaws: Words = {
  header: 'its header is not as ccds wrote it, perhaps as another program saved it',
  cut: 'its last line is cut short',
  columns: 'columns are missing',
  quote: 'a quotation mark too many or too few, perhaps as another program saved it',
  hash: 'a file’s checksum is not a checksum',
  time: 'its time is not as ccds wrote it, perhaps as another program saved it',
};

/** Where the ledger is damaged. */
export const damagedLedger: LedgerMessage = ({ path, line, why, count }) =>
  `The ledger “${path}” is damaged in line ${line} (${flaws[why] ?? why})${count > 1 ? ` and ${counted(count - 1, 'more line')}` : ''}.`;

/** How the ledger is mended: without its header nothing of it is left to delete. */
export const mendLedger: LedgerMessage = ({ why }) =>
  `Restore it from a backup; without one, ${why === 'header' ? 'rename it: the files' : 'delete the damaged lines: files that lose theirs'} are then taken to have come at the next run.`;
