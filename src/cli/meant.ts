import { foldAccents } from '../core/text.js';

/**
 * Words that people try, with the command line that each is meant for; accents, spaces and signs
 * left out.
 */
export const CALLED: Readonly<Record<string, string>> = {
  rollup:
    'aggregate sum summary summarise summarize total report reports run consolidate tong tonghop cong gop bao baocao',
  validate: 'check verify test lint kiem kiemtra soat soatloi loi errors',
  'validate --return': 'return returns sendback tra tralai bantralai',
  'validate --decisions': 'decide decision decisions hoilai quyetdinh',
  inspect: 'show view look open read cat see dump xem mo doc',
  trace: 'source sources origin where nguon truy truyvet truynguon',
  init: 'new create setup start begin workspace khoi khoitao lap taomoi',
  status: 'progress missing late who overview tinh tinhhinh thieu conthieu tiendo trangthai',
  'status --chase': 'chase remind reminder nhac nhacnop dondoc',
  close: 'lock finish freeze end finalise finalize chot khoa ket',
  'close --reopen': 'reopen unlock unclose molai mokhoa huychot',
  template: 'templates form forms blank make mau bieu bieumau maubieu',
  units: 'unit registry registries danh danhmuc don donvi diaban',
  'units import': 'import nhap nhapdanhmuc',
  'units suggest': 'suggest alias aliases match goiy',
  'units hamlets': 'hamlet hamlets ap thon khom',
  'units diff': 'diff compare so sosanh',
  'units list': 'list ls lietke',
  'units tree': 'tree cay',
  explain: 'code codes rule rules why what giai giaithich ma maloi',
  '--help': 'man usage huongdan trogiup giup',
  '--version': 'version ver phienban',
  '--lang vi --help': 'vi vietnamese tiengviet',
  '--lang en --help': 'en english tienganh lang language ngonngu',
};

/** The same for options, with dashes left out. */
export const OPTIONS_CALLED: Readonly<Record<string, string>> = {
  '--period': 'p month thang ky kybaocao',
  '--registry': 'r reg danhmuc dm',
  '--out': 'o output outdir dest ra ketqua',
  '--return': 'tralai',
  '--unit': 'u donvi',
  '--lang en': 'en english tienganh',
  '--lang vi': 'vi vietnamese tiengviet',
  '--format csv': 'csv',
  '--json': 'format',
  '--help': 'help huongdan',
  '--version': 'v ver phienban',
};

/**
 * The command line, without `ccds`, that a word which is no command stands for: `check` → `validate`. A
 * path is given to the command that reads reports.
 */
export function meantBy(word: string): string | undefined {
  if (/^\W*$/.test(word)) return '--help';
  return called(word, CALLED) ?? (/[\\/.]/.test(word) ? 'rollup' : undefined);
}

/** The option that a word which is none stands for: `--thang` → `--period`. */
export function optionMeantBy(word: string): string | undefined {
  return called(word, OPTIONS_CALLED);
}

function called(word: string, by: Readonly<Record<string, string>>): string | undefined {
  const key = foldAccents(word)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return Object.keys(by).find((line) => line === key || by[line]!.split(' ').includes(key));
}
