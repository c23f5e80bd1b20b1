import type { Lang } from '../../core/lang.js';
import type { IsoDate, Node } from '../../geography/types.js';
import type { Receipts } from '../../history/receipt.js';
import type { Review, Revision } from '../../history/types.js';
import type { Describe } from '../types.js';
import { headingName } from '../unit-names.js';
import type { Labels } from './labels.js';

/** Who issues the workbook, and who signs it. Every field has a default. */
export interface Letterhead {
  /** A state agency's paper, or a Party committee's. */
  readonly form: 'state' | 'party';
  /** Body above the agency: `ỦY BAN NHÂN DÂN TỈNH CÀ MAU`. */
  readonly parent: string;
  /** `SỞ THÔNG TIN VÀ TRUYỀN THÔNG`; the committee's name on the Party's form. */
  readonly agency: string;
  /** `Số: 123/BC-STTTT`. */
  readonly number: string;
  /** What stands after a report's number: `/BC-`, `-BC/TU`. */
  readonly sign: string;
  /** `Cà Mau`. */
  readonly place: string;
  /** The report that the tables come with: `Báo cáo số 123/BC-STTTT ngày 16/9/2024`. */
  readonly report: string | null;
  readonly preparerName: string;
  readonly signerTitle: string;
  readonly signerName: string;
}

export interface WorkbookOptions {
  readonly describe: Describe;
  readonly lang?: Lang;
  readonly letterhead?: Partial<Letterhead>;
  /** Opens with what is signed selected, so that it prints together; the cover alone if false. */
  readonly printTogether?: boolean;
  /**
   * Date on the page; where none is given the period's last day, or that of the map asked for if it
   * is later. Never the clock's.
   */
  readonly date?: IsoDate;
  /** The figures beside earlier ones and their targets. */
  readonly review?: Review;
  /** Published figures that have changed since. */
  readonly revisions?: readonly Revision[];
  /** Who has handed in what, and when; the workbook's bytes then follow the days. */
  readonly receipts?: Receipts;
}

/** A city of the provinces' own level, whose Party committee is a `Thành ủy`. */
const CITY = /^thành phố\s/iu;

/** From 1 March 2025 the Sở Khoa học và Công nghệ has the work of the Sở Thông tin. */
const DEPARTMENTS_MERGED = '2025-03-01';

/** The province's own names where the config gives none. */
export function letterheadOf(
  province: Node,
  date: IsoDate,
  options: WorkbookOptions,
  t: Labels,
): Letterhead {
  const party = options.letterhead?.form === 'party';
  const isCommittee = party && options.letterhead?.agency === undefined;
  const name = province.unit.name;
  const bare = options.lang === 'en' ? withoutType(name) : bareName(name);
  const capitals = (text: string) => text.toLocaleUpperCase('vi');
  const partyCommittee = CITY.test(name) ? t.cityParty : t.provincialParty;
  const department = date >= DEPARTMENTS_MERGED ? t.departmentSince2025 : t.departmentUntil2025;
  return {
    form: 'state',
    parent: party ? '' : t.committee(capitals(headingName(name, options.lang ?? 'vi'))),
    agency: party ? partyCommittee(capitals(bare)) : department,
    number: isCommittee ? t.partyNumberBlank : party ? t.partyBodyNumberBlank : t.numberBlank,
    sign: isCommittee ? '-BC/TU' : party ? '-BC/' : '/BC-',
    place: bare,
    report: null,
    preparerName: '',
    signerTitle: signerOf(options.letterhead ?? {}, t),
    signerName: '',
    ...options.letterhead,
    ...numbered(options.letterhead, t),
  };
}

/** A number is headed by the word for it, whether the config says it or not. */
function numbered(
  { form, number }: Partial<Letterhead> = {},
  t: Labels,
): Pick<Letterhead, 'number'> | null {
  if (number === undefined || number.trim() === '' || /^\s*(?:số|no)(?![\p{L}])/iu.test(number))
    return null;
  return { number: form === 'party' ? t.partyNumber(number) : t.documentNumber(number) };
}

/** A Party committee's paper is signed for its standing committee, another body's by its head. */
function signerOf({ form, agency }: Partial<Letterhead>, t: Labels): string {
  if (form !== 'party') return t.signer;
  return agency === undefined ? t.partySigner : t.partyBodySigner;
}

/** One that is named after a person is told whole (Nghị định 30/2020/NĐ-CP, phụ lục I, II.4). */
function bareName(name: string): string {
  return /Hồ Chí Minh$/iu.test(name.normalize('NFC')) ? name : withoutType(name);
}

function withoutType(name: string): string {
  return name.replace(/^(tỉnh|thành phố)\s+/iu, '');
}
