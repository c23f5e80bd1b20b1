export { closedDecisionsCsv, filesInTime, inputsCsv } from './comparison.js';
export { findingsCsv } from './findings.js';
export { dataPackage, GENERATOR, type Stamp, type Stamps, stamp } from './package.js';
export { restatementCsv } from './restatement.js';
export { submissionsCsv } from './submissions.js';
export { valuesCsv } from './values.js';
