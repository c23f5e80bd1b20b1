import { type Cell, HEAD, type Province, province, type Sheets } from './province.js';

/** The hamlet that others were merged into on 21 August 2024, within the month of September. */
export const MERGED = '9910109';

type Hamlet = readonly [code: string, name: string];

/**
 * A commune whose hamlets `olds` were merged into one; Ấp Bàu Sen beside them stays. One that has
 * the merged hamlet's code goes on, and the others become part of it.
 */
export function mergedProvince(name: string, olds: readonly Hamlet[]): Province {
  const gone = olds.filter(([code]) => code !== MERGED);
  const began = gone.length < olds.length ? '' : '2024-08-21';
  const p = province([
    ['99', 'Tỉnh Thử', 'province', ''],
    ['991', 'Huyện Đông', 'district', '99'],
    ['99101', 'Xã An Bình', 'commune', '991'],
    ...gone.map(([code, old]) => [code, old, 'hamlet', '99101', '', '2024-08-20']),
    ['9910103', 'Ấp Bàu Sen', 'hamlet', '99101'],
    [MERGED, name, 'hamlet', '99101', began],
  ]);
  const lines = gone.map(([from]) => `2024-08-21,${from},${MERGED},`);
  p.put('registry/changes.csv', `effective,from,to,share\n${lines.join('\n')}\n`);
  return p;
}

export const TITLE = [['Xã: An Bình'], ['Kỳ báo cáo: Tháng 9/2024'], []];
export const MEMBERS = ['Ấp/Khóm', 'Số thành viên', 'Nữ'];
export const HOUSEHOLDS = ['Ấp/Khóm', 'Tổng số hộ', 'Số hộ được hỗ trợ trong kỳ', 'Lũy kế'];

/** A commune's tally: the header in row 4, the first hamlet in row 5. */
export const tally = (header: readonly Cell[], ...rows: (readonly Cell[])[]): Sheets => ({
  Biểu: [...TITLE, header, ...rows],
});

/** A hamlet's list of members. */
export const list = (hamlet: string, ...rows: (readonly Cell[])[]): Sheets => ({
  Tổ: [[`Ấp: ${hamlet}`], ...TITLE, HEAD.members, ...rows],
});

/** Two members of a team, by the name that both begin with and their telephone but for its end. */
export const team = (name: string, telephone: string, of: string | null = null) => [
  [`${name} An`, 'Tổ trưởng', 1980, 'Nam', `${telephone}1`, of],
  [`${name} Bé`, 'Tổ viên', 1990, 'Nữ', `${telephone}2`, of],
];
