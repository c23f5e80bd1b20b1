import type { Problems } from '../types.js';

/** The row of the other unit, behind its name. */
const ROW = / \((\d+)\)$/;

/** What makes a registry inconsistent; ids as in `geography/`. */
export const registryProblems: Problems = {
  'no-units': (found) =>
    `there is no table of units (units.csv, or a sheet units), or it has no row${found === '' ? '' : `; what there is: ${found}`}`,
  'two-tables': (other) =>
    `two files are one table of the registry (the other is ${other}); keep one of them`,
  'missing-column': (column) => `the column “${column}” is missing`,
  'title-above': (row) => `the header is row ${row}: delete the rows above it`,
  'more-cells': (cells) =>
    `it has more cells than the header, which has ${cells}: put a cell with a comma in double quotes ("Ấp Gò, Tháp"), and write numbers without one (1250)`,
  'duplicate-column': (column) => `the column “${column}” is there twice`,
  'blank-value': (column) => `the column “${column}” is blank`,
  'unknown-level': (level) =>
    `“${level}” is no level; the levels are province, district, commune, hamlet`,
  'bad-code': (found) =>
    `a spreadsheet program has made a number of the code (${found}); format the column code as text and enter it again`,
  'bad-date': (found) => `a bad date (${found}); write it as 2025-06-30`,
  'bad-period': (found) => `a bad period (${found}); write it as 2024-09, 2024-Q3, 2024-H2 or 2024`,
  'bad-number': (found) => `a bad number (${found}); write it as 1118560 or 1.118.560`,
  'bad-percent': (found) =>
    `it is not clear what share is meant (${found}); write it as 70%, 70.5% or 0.7`,
  'bad-decimal': (found) => `it is not clear what number is meant (${found}); write it as 5.12`,
  'closed-before-opened': (dates) => `closed before it opened (${dates})`,
  'duplicate-row': (row) => (row ? `the same as row ${row}` : 'the same as a row above'),
  overlap: (other) => `one code means two units on one day (${other.replace(ROW, ', row $1')})`,
  orphan: (parent) => {
    if (parent === '') return 'it has no parent';
    const [found, near] = parent.split(' ≠ ');
    const hint =
      near === undefined
        ? ''
        : `; is it “${near}”? Excel drops a code’s leading zeros when it saves`;
    return `its parent is not there at that time (${found})${hint}`;
  },
  cycle: (codes) => `its parents go round in a circle (${codes})`,
  'level-not-below': (levels) => `its level is not below its parent’s (${levels})`,
  'bad-share': (sum) => `the shares make more than 1 (${sum})`,
};
