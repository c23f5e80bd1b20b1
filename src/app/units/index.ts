export { writeResult } from '../output/write-result.js';
export { checkUnits } from './check.js';
export { diffUnits } from './diff.js';
export { importUnits } from './import.js';
export { listUnits } from './list.js';
export { hamletsFromSheets, suggestUnits } from './suggest.js';
