// Mistakes as they come in real sheets, at fixed places: an account twice in a hamlet, an
// account of the hamlet before, and a level that is none. The other programs must find them
// too, or their sums differ from ours.

const EID_SHEET = 2;
const NUMBER = 3;
const LEVEL = 4;

/**
 * Changes a hamlet's list of accounts in place.
 * @param {import('../../fixtures/generate/lib/looks.mjs').Sheet[]} sheets
 * @param {string[]} before identity numbers of the hamlet before
 * @returns {string[]} those of this one
 */
export function spoil(sheets, before) {
  const rows = sheets[EID_SHEET].rows.filter(({ cells }) => isNumber(cells[NUMBER]));
  const own = rows.map(({ cells }) => String(cells[NUMBER]));
  rows.forEach(({ cells }, i) => {
    if (i % 500 === 250) cells[NUMBER] = own[i - 1];
    if (i % 500 === 350 && before.length > i) cells[NUMBER] = before[i];
    if (i % 500 === 450) cells[LEVEL] = 'Mức 3';
  });
  return own;
}

function isNumber(cell) {
  return typeof cell === 'string' && /^\d{12}$/.test(cell);
}
