import { formatDate } from '../../core/format.js';
import { viNumber as n } from '../../core/shown-numbers.js';
import type { UnitsMessages } from '../types.js';
import { registryProblems } from './registry-problems.js';
import { didYouMean, level } from './words.js';

const reasons: Readonly<Record<string, string>> = {
  'no-name': 'thiếu tên',
  'no-code': 'thiếu mã',
  'bad-code': 'mã không hợp lệ',
  clash: 'trùng mã với một đơn vị khác ở trên',
};

export const units: UnitsMessages = {
  problem: (id, detail) => registryProblems[id]?.(detail) ?? `${id} ${detail}`.trim(),
  checked: ({ registry, units: rows, changes }) =>
    `Danh mục ${registry}: ${n(rows)} dòng đơn vị, ${n(changes)} dòng thay đổi`,
  sound: 'Không có gì sai hay đáng ngờ.',
  mapOf: ({ date, units: count }) =>
    `${date === null ? 'Bản đồ mới nhất' : `Ngày ${formatDate(date)}`}: ${n(count)} đơn vị`,
  hamlets: ({ hamlets }) => `${n(hamlets)} ấp/khóm`,
  between: ({ from, to }) => `Từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}`,
  levelCount: ({ level: id, from, to }) =>
    `${(level as Readonly<Record<string, string>>)[id] ?? id}: ${n(from)} → ${n(to)}`,
  difference: {
    whole: 'Nhập toàn bộ vào',
    split: 'Chia cho',
    ended: 'Không còn, không rõ về đâu',
    moved: 'Chuyển đơn vị cấp trên',
    merged: 'Lập từ',
    continued: 'Lập từ một đơn vị',
    new: 'Mới, không rõ từ đâu',
  },
  reused: ({ name, isGone }) => (isGone ? `mã này nay là ${name}` : `mã này trước là ${name}`),
  same: 'Không có thay đổi.',
  imported: ({ units: rows, skipped }) =>
    `Đã lấy ${n(rows)} đơn vị${skipped > 0 ? `, bỏ ${n(skipped)} dòng` : ''}.`,
  skipped: ({ row, reason, found }) =>
    `dòng ${row}: ${reasons[reason] ?? reason}${found === '' ? '' : ` (${found})`}`,
  nothing: ({ files }) => `Đã đọc ${n(files)} tệp; tên nào cũng có trong danh mục.`,
  suggested: ({ files, names, hamlets }) =>
    `Đã đọc ${n(files)} tệp: ${n(names)} tên chưa khớp, ${n(hamlets)} ấp/khóm có thể là mới`,
  kind: {
    near: 'Gần giống',
    several: 'Nhiều nơi cùng tên',
    ended: 'Đơn vị không còn',
    stranger: 'Không có trong danh mục',
  },
  rows: ({ rows }) => `${n(rows)} dòng`,
  approve:
    'Tên nào đúng, đề nghị đưa vào aliases.units của ccds.config.json (lấy sẵn bằng --format json). Chưa duyệt thì chưa được tính.',
  newHamlets: 'Ấp/khóm có thể là mới; nếu đúng, đề nghị đưa các dòng này vào units.csv:',
  proposed: ({ hamlets, communes }) =>
    `Đã lập ${n(hamlets)} ấp/khóm của ${n(communes)} xã. Đề nghị xem lại tên, mã và ngày trước khi đưa vào danh mục.`,
  notPlaced: ({ names }) =>
    `${n(names)} tên khác chưa rõ thuộc xã nào; xem bằng ccds units suggest.`,
  unnamed: ({ count, files }) =>
    `${n(count)} tệp có dòng không ghi ấp/khóm nào, hoặc ghi ở chỗ chưa hiểu được (${files}); ấp/khóm của các tệp ấy có thể còn thiếu.`,
  actionUnknown: ({ action, actions, suggestion }) =>
    `Không có việc “${action}”${suggestion ? `. ${didYouMean(suggestion)}` : '.'} Chọn một trong: ${actions}.`,
  argumentsWrong: ({ action, usage }) => `“${action}” gọi chưa đúng. Cách dùng: ${usage}`,
  written: ({ path }) => `Đã ghi ${path}`,
};
