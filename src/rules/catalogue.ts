import type { Code } from '../core/codes.js';
import d10 from './across-submissions/added-up.js';
import d03 from './across-submissions/also-elsewhere.js';
import d02 from './across-submissions/counted-elsewhere.js';
import d01 from './across-submissions/duplicate-in-hamlet.js';
import d06 from './across-submissions/identical-copy.js';
import d04 from './across-submissions/member-twice.js';
import d08 from './across-submissions/missing-in-later.js';
import c01 from './across-submissions/not-reported.js';
import d07 from './across-submissions/replaced.js';
import d05 from './across-submissions/same-name.js';
import type { Rule } from './define-rule.js';
import f09 from './file/cannot-open.js';
import f01 from './file/damaged.js';
import f08 from './file/empty-file.js';
import f02 from './file/encrypted.js';
import f05 from './file/no-form.js';
import f06 from './file/not-a-spreadsheet.js';
import f03 from './file/too-large.js';
import f04 from './file/unsupported-format.js';
import f07 from './file/wrong-extension.js';
import p03 from './period/assumed.js';
import p01 from './period/contradictory.js';
import c03 from './period/first-month.js';
import p02 from './period/other-period.js';
import p04 from './period/unknown.js';
import b02 from './registry/baseline-sum.js';
import g01 from './registry/same-name.js';
import g02 from './registry/stray-spaces.js';
import g03 from './registry/unknown-reference.js';
import u07 from './row/aliased-unit.js';
import u02 from './row/ambiguous-unit.js';
import u05 from './row/contradictory-unit.js';
import r04 from './row/count-blank.js';
import r11 from './row/date-after-period.js';
import u03 from './row/ended-unit.js';
import r09 from './row/identity-disagrees.js';
import r08 from './row/identity-prefix.js';
import u04 from './row/moved-unit.js';
import u06 from './row/no-unit.js';
import r07 from './row/odd-telephone.js';
import x01 from './row/part-exceeds-whole.js';
import r05 from './row/repaired.js';
import r02 from './row/required-bad.js';
import r01 from './row/required-blank.js';
import r10 from './row/tax-check-digit.js';
import x02 from './row/total-mismatch.js';
import r06 from './row/uncomputed-formula.js';
import u01 from './row/unknown-unit.js';
import r03 from './row/value-bad.js';
import s02 from './sheet/ambiguous-form.js';
import c02 from './sheet/empty-report.js';
import s03 from './sheet/hidden-sheet.js';
import s06 from './sheet/legacy-encoding.js';
import s01 from './sheet/missing-column.js';
import s08 from './sheet/ragged-rows.js';
import s09 from './sheet/repeated-column.js';
import s04 from './sheet/sheet-without-form.js';
import s07 from './sheet/subtotal.js';
import s05 from './sheet/unknown-column.js';
import s10 from './sheet/unreadable-sheet.js';
import b01 from './submission/baseline-differs.js';
import b03 from './submission/count-exceeds-baseline.js';
import d09 from './submission/list-and-tally.js';

/** Every rule by its code. The compiler names a code that has none. */
export const rules = {
  'CCDS-F01': f01,
  'CCDS-F02': f02,
  'CCDS-F03': f03,
  'CCDS-F04': f04,
  'CCDS-F05': f05,
  'CCDS-F06': f06,
  'CCDS-F07': f07,
  'CCDS-F08': f08,
  'CCDS-F09': f09,
  'CCDS-S01': s01,
  'CCDS-S02': s02,
  'CCDS-S03': s03,
  'CCDS-S04': s04,
  'CCDS-S05': s05,
  'CCDS-S06': s06,
  'CCDS-S07': s07,
  'CCDS-S08': s08,
  'CCDS-S09': s09,
  'CCDS-S10': s10,
  'CCDS-P01': p01,
  'CCDS-P02': p02,
  'CCDS-P03': p03,
  'CCDS-P04': p04,
  'CCDS-U01': u01,
  'CCDS-U02': u02,
  'CCDS-U03': u03,
  'CCDS-U04': u04,
  'CCDS-U05': u05,
  'CCDS-U06': u06,
  'CCDS-U07': u07,
  'CCDS-R01': r01,
  'CCDS-R02': r02,
  'CCDS-R03': r03,
  'CCDS-R04': r04,
  'CCDS-R05': r05,
  'CCDS-R06': r06,
  'CCDS-R07': r07,
  'CCDS-R08': r08,
  'CCDS-R09': r09,
  'CCDS-R10': r10,
  'CCDS-R11': r11,
  'CCDS-X01': x01,
  'CCDS-X02': x02,
  'CCDS-D01': d01,
  'CCDS-D02': d02,
  'CCDS-D03': d03,
  'CCDS-D04': d04,
  'CCDS-D05': d05,
  'CCDS-D06': d06,
  'CCDS-D07': d07,
  'CCDS-D08': d08,
  'CCDS-D09': d09,
  'CCDS-D10': d10,
  'CCDS-B01': b01,
  'CCDS-B02': b02,
  'CCDS-B03': b03,
  'CCDS-C01': c01,
  'CCDS-C02': c02,
  'CCDS-C03': c03,
  'CCDS-G01': g01,
  'CCDS-G02': g02,
  'CCDS-G03': g03,
} as const satisfies { readonly [C in Code]: Rule<C> };
