export { closedDecisionsCsv, inputsCsv } from './closed-inputs.js';
export { filesInTime } from './comparison.js';
export { findingsPieces } from './findings.js';
export { dataPackage, type Stamp, stamping } from './package.js';
export { restatementCsv } from './restatement.js';
export { submissionsCsv, submissionsPieces } from './submissions.js';
export { valuesCsv, valuesPieces } from './values.js';
