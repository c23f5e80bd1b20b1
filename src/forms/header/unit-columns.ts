import { memoText } from '../../core/memo.js';
import { BARE_COMMUNE_KINDS, BARE_HAMLET_KINDS } from '../../core/unit-kinds.js';
import type { NamedLevel } from '../../geography/types.js';

/** Which columns name the place of a row. */
export type UnitColumns = Readonly<Record<NamedLevel, number | null>>;

export type UnitLevel = NamedLevel;

const words = (list: string, short = '') => new RegExp(`^(?:${list})(?: (?:${list}${short}))*$`);

/** Any word for a hamlet, alone or with others (contract, Forms); folded, no accents. */
const HAMLETS = `${BARE_HAMLET_KINDS}|khu dan cu|kp|khu|bon|hamlet|village`;
/** `Thôn/Phố`: words that mean something else alone. */
const MORE_HAMLETS = 'pho|doi|khu vuc';
const COMMUNES = `${BARE_COMMUNE_KINDS}|cap xa|commune|ward`;
/** `Xã/P/TT`: short forms behind a whole word. */
const SHORT_COMMUNES = '|p|tt|x';
const DISTRICTS = 'huyen|thi xa|thanh pho|quan|tp|tx|cap huyen|district';
const PROVINCES = 'tinh|thanh pho|tp|cap tinh|province';
const AREA = 'don vi hanh chinh|dvhc';
const FRAMES = `ten (?:${AREA})|${AREA}|ten|cac|dia ban|don vi|ten cac|thuoc|noi`;
const JOINING = 'va|hoac|hay';

const HAMLET = new RegExp(
  `^(?:(?:${MORE_HAMLETS}) )*(?:${HAMLETS})(?: (?:${HAMLETS}|${MORE_HAMLETS}))*$`,
);
/** `Xã/ấp`, `Huyện, xã, ấp`: the hamlets, below or behind the units that they are of. */
const WITH_HAMLET = new RegExp(
  `^(?:(?:${[COMMUNES, DISTRICTS, PROVINCES].join('|')}) )+(?:${HAMLETS})(?: (?:${HAMLETS}))*$`,
);
/** `Ấp/Tổ tự quản`: the hamlets, and below each what it is divided into. */
const WITH_PARTS = new RegExp(
  `^(?:${HAMLETS})(?: (?:${HAMLETS}))* (?:to(?: (?:nhan dan )?tu quan| nhan dan| cnscd| cong nghe so(?: cong dong)?)?|cum dan cu|tuyen duong)$`,
);
const COMMUNE = words(COMMUNES, SHORT_COMMUNES);
const DISTRICT = words(DISTRICTS);
const PROVINCE = words(PROVINCES);
const FRAME = new RegExp(`^(?:${FRAMES})\\s+(?=\\S)`);
const JOINERS = new RegExp(`\\b(?:${JOINING})\\b`, 'g');

/** Level named by a folded heading such as `ap khom` or `ten xa phuong`; null if none. */
export const unitLevel = memoText((key: string): UnitLevel | null => {
  const bare = key.replace(FRAME, '').replace(JOINERS, ' ').replace(/\s+/g, ' ').trim();
  if (HAMLET.test(bare)) return 'hamlet';
  if (COMMUNE.test(bare)) return 'commune';
  if (DISTRICT.test(bare)) return 'district';
  return PROVINCE.test(bare) ? 'province' : null;
});

/** A heading of units as they were before a change, or as they have been since. */
export interface HeadedInTime {
  readonly level: UnitLevel;
  readonly isFormer: boolean;
}

const CHANGE = '(?:khi |luc |ngay )*(?:thuc hien )?(?:sap nhap|sat nhap|sap xep|hop nhat|\\d+)';
const FORMER = `(?:cu|truoc (?:day|kia|${CHANGE}))`;
const PRESENT = `(?:moi|hien nay|hien tai|(?:sau|tu) ${CHANGE})`;
const TIMES = [FORMER, PRESENT].map((words) => ({
  /** `xa cu`, `ap moi` */
  behind: new RegExp(`^(.+?) ${words}(?: .*)?$`),
  /** `cu`, below `ap`; `don vi truoc sap xep`, above it. */
  alone: new RegExp(`^(?:(?:${FRAMES}|dia phuong) )*${words}(?: .*)?$`),
  isFormer: words === FORMER,
}));

/**
 * The units of a heading's two lowest texts, folded: `xa phuong cu`, `ap moi`, or `xa` below `truoc
 * sap nhap`, or `cu` below `xa`; null for others.
 */
export function headedInTime(upper: string, leaf: string): HeadedInTime | null {
  const own = inTime(leaf);
  if (own !== null || upper === '') return own;
  for (const { alone, isFormer } of TIMES) {
    const level = alone.test(upper) ? unitLevel(leaf) : alone.test(leaf) ? unitLevel(upper) : null;
    if (level !== null) return { level, isFormer };
  }
  return null;
}

const inTime = memoText((key: string): HeadedInTime | null => {
  for (const { behind, isFormer } of TIMES) {
    const level = unitLevel(behind.exec(key)?.[1] ?? '');
    if (level !== null) return { level, isFormer };
  }
  return null;
});

/** True for `xa ap`, `ap to tu quan`: in a tally the hamlets' column, where a list may have another alone. */
export function isWithHamlet(key: string): boolean {
  const bare = key.replace(FRAME, '');
  return WITH_HAMLET.test(bare) || WITH_PARTS.test(bare);
}

const SERIAL = new Set([
  'stt',
  'tt',
  'so tt',
  'so thu tu',
  'thu tu',
  'so',
  'no',
  'stt tt',
  's tt',
  // `S T T`, `S.T.T`: spaced out.
  's t t',
  't t',
]);

/** True for the heading of a running number. */
export function isSerialHeading(key: string): boolean {
  return SERIAL.has(key);
}

const PLACE = new Set([
  'don vi',
  'ten don vi',
  'dia ban',
  'dia phuong',
  'noi dung',
  'ten dia ban',
  'don vi dia ban',
  'dia diem',
  'don vi hanh chinh',
  'ten don vi hanh chinh',
  'dvhc',
  'ten dvhc',
  'ap khom don vi',
  'ten',
]);

/** In a tally, where no column is headed by a hamlet's word, such a heading names the unit. */
export function isPlaceHeading(key: string): boolean {
  return PLACE.has(key);
}

/** True for `don vi hanh chinh moi` as well, and not for such a one of before. */
export function isPlaceOfToday(key: string): boolean {
  const time = TIMES.find(({ behind }) => behind.test(key));
  if (time === undefined) return isPlaceHeading(key);
  return !time.isFormer && isPlaceHeading(time.behind.exec(key)![1]!);
}

/** The words of every heading of a place or a running number, folded. */
export const PLACE_WORDS: readonly string[] = [
  ...new Set(
    [
      HAMLETS,
      MORE_HAMLETS,
      COMMUNES,
      SHORT_COMMUNES,
      DISTRICTS,
      PROVINCES,
      FRAMES,
      JOINING,
      ...SERIAL,
      ...PLACE,
    ]
      .flatMap((list) => list.split(/[ |]/))
      .filter((word) => word !== ''),
  ),
];
