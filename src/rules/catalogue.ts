import type { Code } from '../core/codes.js';
import d10 from './across-submissions/added-up.js';
import d03 from './across-submissions/also-elsewhere.js';
import d02 from './across-submissions/counted-elsewhere.js';
import d01 from './across-submissions/duplicate-in-hamlet.js';
import d12 from './across-submissions/hamlet-in-two-packages.js';
import d06 from './across-submissions/identical-copy.js';
import d19 from './across-submissions/lone-week.js';
import d04 from './across-submissions/member-twice.js';
import d17 from './across-submissions/merged-in-part.js';
import d08 from './across-submissions/missing-in-later.js';
import d13 from './across-submissions/not-added-up.js';
import c01 from './across-submissions/not-reported.js';
import d11 from './across-submissions/package-merged.js';
import d14 from './across-submissions/part-after-whole.js';
import d07 from './across-submissions/replaced.js';
import d20 from './across-submissions/rows-added-up.js';
import d05 from './across-submissions/same-name.js';
import u08 from './across-submissions/shared-name.js';
import d21 from './across-submissions/supplement-before.js';
import t06 from './across-submissions/supplement-without-team.js';
import t08 from './across-submissions/teams-of-one-name.js';
import d15 from './across-submissions/total-of-one-part.js';
import d18 from './across-submissions/week-replaced.js';
import d16 from './across-submissions/weeks-added-up.js';
import type { Rule } from './define-rule.js';
import f11 from './file/broken-package.js';
import f09 from './file/cannot-open.js';
import f01 from './file/damaged.js';
import f13 from './file/damaged-in-part.js';
import f08 from './file/empty-file.js';
import f02 from './file/encrypted.js';
import f05 from './file/no-form.js';
import f06 from './file/not-a-spreadsheet.js';
import f10 from './file/outdated-template.js';
import f03 from './file/too-large.js';
import f12 from './file/unknown-code.js';
import f04 from './file/unsupported-format.js';
import f07 from './file/wrong-extension.js';
import p03 from './period/assumed.js';
import c08 from './period/closed-files-changed.js';
import c13 from './period/closed-lost.js';
import c07 from './period/closed-out-of-order.js';
import c12 from './period/closed-unread.js';
import c14 from './period/code-gone.js';
import p01 from './period/contradictory.js';
import c03 from './period/first-month.js';
import m02 from './period/hamlets-not-told.js';
import m03 from './period/in-no-total.js';
import m04 from './period/in-total-alone.js';
import c10 from './period/input-replaced.js';
import c09 from './period/lacks-correction.js';
import d24 from './period/late-not-taken.js';
import c04 from './period/lists-gone.js';
import c06 from './period/months-missing.js';
import m01 from './period/not-comparable.js';
import p02 from './period/other-period.js';
import d26 from './period/sent-again.js';
import c11 from './period/still-counts-reopened.js';
import h01 from './period/total-fell.js';
import m05 from './period/total-left-behind.js';
import d25 from './period/totals-of-some.js';
import c05 from './period/unclosed-month.js';
import p04 from './period/unknown.js';
import h03 from './period/unusual-difference.js';
import h02 from './period/unusual-ratio.js';
import b02 from './registry/baseline-sum.js';
import g07 from './registry/began-unexplained.js';
import g05 from './registry/code-reused.js';
import g06 from './registry/ended-unexplained.js';
import g04 from './registry/gap.js';
import g15 from './registry/goes-on.js';
import g16 from './registry/level-skipped.js';
import g14 from './registry/nearly-known-table.js';
import g17 from './registry/no-change.js';
import g10 from './registry/parent-changed.js';
import g13 from './registry/respelt-value.js';
import g01 from './registry/same-name.js';
import g09 from './registry/shares-mixed.js';
import g08 from './registry/shares-short.js';
import g02 from './registry/stray-spaces.js';
import g12 from './registry/target-of-another.js';
import g11 from './registry/unknown-id.js';
import g03 from './registry/unknown-reference.js';
import u07 from './row/aliased-unit.js';
import u02 from './row/ambiguous-unit.js';
import u05 from './row/contradictory-unit.js';
import r04 from './row/count-blank.js';
import r11 from './row/date-after-period.js';
import r13 from './row/date-before-period.js';
import u03 from './row/ended-unit.js';
import r09 from './row/identity-disagrees.js';
import r08 from './row/identity-prefix.js';
import r16 from './row/lower-half.js';
import x04 from './row/members-without-team.js';
import r17 from './row/merged-apart.js';
import u04 from './row/moved-unit.js';
import u06 from './row/no-unit.js';
import x03 from './row/none-marked.js';
import r18 from './row/not-done.js';
import r07 from './row/odd-telephone.js';
import r19 from './row/of-several.js';
import x01 from './row/part-exceeds-whole.js';
import r15 from './row/partly-struck-through.js';
import r05 from './row/repaired.js';
import r02 from './row/required-bad.js';
import r01 from './row/required-blank.js';
import r14 from './row/row-annulled.js';
import r10 from './row/tax-check-digit.js';
import x02 from './row/total-mismatch.js';
import r06 from './row/uncomputed-formula.js';
import r12 from './row/under-age.js';
import u01 from './row/unknown-unit.js';
import r03 from './row/value-bad.js';
import s25 from './sheet/added-columns.js';
import s02 from './sheet/ambiguous-form.js';
import s22 from './sheet/crossed-out-rows.js';
import s24 from './sheet/doubtful-part.js';
import s29 from './sheet/earlier-visits.js';
import c02 from './sheet/empty-report.js';
import s17 from './sheet/hamlets-column.js';
import s03 from './sheet/hidden-sheet.js';
import s30 from './sheet/hidden-values.js';
import s06 from './sheet/legacy-encoding.js';
import s16 from './sheet/lost-letters.js';
import s01 from './sheet/missing-column.js';
import s28 from './sheet/misspelt-heading.js';
import s23 from './sheet/new-in-period.js';
import s18 from './sheet/no-values.js';
import s19 from './sheet/other-title.js';
import s08 from './sheet/ragged-rows.js';
import s09 from './sheet/repeated-column.js';
import s14 from './sheet/row-of-no-record.js';
import s26 from './sheet/rows-in-a-quote.js';
import s21 from './sheet/sheet-goes-on.js';
import s04 from './sheet/sheet-without-form.js';
import s07 from './sheet/subtotal.js';
import t07 from './sheet/teams-by-groups.js';
import s15 from './sheet/teams-differ.js';
import s27 from './sheet/unclosed-quote.js';
import s20 from './sheet/uncounted-rows.js';
import s11 from './sheet/unheaded-column.js';
import s05 from './sheet/unknown-column.js';
import s12 from './sheet/unknown-rows.js';
import s13 from './sheet/unknown-table.js';
import s10 from './sheet/unreadable-sheet.js';
import b01 from './submission/baseline-differs.js';
import b03 from './submission/count-exceeds-baseline.js';
import k01 from './submission/decided.js';
import k02 from './submission/decision-unmet.js';
import d09 from './submission/list-and-tally.js';
import d22 from './submission/list-as-tally.js';
import t01 from './submission/no-leader.js';
import t02 from './submission/several-leaders.js';
import d23 from './submission/tallies-agree.js';
import t03 from './submission/team-size.js';
import t05 from './submission/team-unnamed.js';
import t04 from './submission/teams-by-registry.js';

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
  'CCDS-F10': f10,
  'CCDS-F11': f11,
  'CCDS-F12': f12,
  'CCDS-F13': f13,
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
  'CCDS-S11': s11,
  'CCDS-S12': s12,
  'CCDS-S13': s13,
  'CCDS-S14': s14,
  'CCDS-S15': s15,
  'CCDS-S16': s16,
  'CCDS-S17': s17,
  'CCDS-S18': s18,
  'CCDS-S19': s19,
  'CCDS-S20': s20,
  'CCDS-S21': s21,
  'CCDS-S22': s22,
  'CCDS-S23': s23,
  'CCDS-S24': s24,
  'CCDS-S25': s25,
  'CCDS-S26': s26,
  'CCDS-S27': s27,
  'CCDS-S28': s28,
  'CCDS-S29': s29,
  'CCDS-S30': s30,
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
  'CCDS-U08': u08,
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
  'CCDS-R12': r12,
  'CCDS-R13': r13,
  'CCDS-R14': r14,
  'CCDS-R15': r15,
  'CCDS-R16': r16,
  'CCDS-R17': r17,
  'CCDS-R18': r18,
  'CCDS-R19': r19,
  'CCDS-X01': x01,
  'CCDS-X02': x02,
  'CCDS-X03': x03,
  'CCDS-X04': x04,
  'CCDS-T01': t01,
  'CCDS-T02': t02,
  'CCDS-T03': t03,
  'CCDS-T04': t04,
  'CCDS-T05': t05,
  'CCDS-T06': t06,
  'CCDS-T07': t07,
  'CCDS-T08': t08,
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
  'CCDS-D11': d11,
  'CCDS-D12': d12,
  'CCDS-D13': d13,
  'CCDS-D14': d14,
  'CCDS-D15': d15,
  'CCDS-D16': d16,
  'CCDS-D17': d17,
  'CCDS-D18': d18,
  'CCDS-D19': d19,
  'CCDS-D20': d20,
  'CCDS-D21': d21,
  'CCDS-D22': d22,
  'CCDS-D23': d23,
  'CCDS-D24': d24,
  'CCDS-D25': d25,
  'CCDS-D26': d26,
  'CCDS-B01': b01,
  'CCDS-B02': b02,
  'CCDS-B03': b03,
  'CCDS-H01': h01,
  'CCDS-H02': h02,
  'CCDS-H03': h03,
  'CCDS-C01': c01,
  'CCDS-C02': c02,
  'CCDS-C03': c03,
  'CCDS-C04': c04,
  'CCDS-C05': c05,
  'CCDS-C06': c06,
  'CCDS-C07': c07,
  'CCDS-C08': c08,
  'CCDS-C09': c09,
  'CCDS-C10': c10,
  'CCDS-C11': c11,
  'CCDS-C12': c12,
  'CCDS-C13': c13,
  'CCDS-C14': c14,
  'CCDS-K01': k01,
  'CCDS-K02': k02,
  'CCDS-G01': g01,
  'CCDS-G02': g02,
  'CCDS-G03': g03,
  'CCDS-G04': g04,
  'CCDS-G05': g05,
  'CCDS-G06': g06,
  'CCDS-G07': g07,
  'CCDS-G08': g08,
  'CCDS-G09': g09,
  'CCDS-G10': g10,
  'CCDS-G11': g11,
  'CCDS-G12': g12,
  'CCDS-G13': g13,
  'CCDS-G14': g14,
  'CCDS-G15': g15,
  'CCDS-G16': g16,
  'CCDS-G17': g17,
  'CCDS-M01': m01,
  'CCDS-M02': m02,
  'CCDS-M03': m03,
  'CCDS-M04': m04,
  'CCDS-M05': m05,
} as const satisfies { readonly [C in Code]: Rule<C> };
