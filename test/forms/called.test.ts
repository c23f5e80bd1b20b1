import { expect, it } from 'vitest';
import { choicesOf } from '../../src/forms/places/called.js';
import { treeAsOf } from '../../src/geography/tree.js';
import { registryOf } from '../geography/registry.js';

it('tells units to choose from by what is above them, further up where they are alike', () => {
  const units = [
    '9,Tỉnh A,province,,,',
    '91,Thành phố Đông,district,9,,',
    '92,Thị xã Tây,district,9,,',
    '912,Phường 2,commune,91,,',
    '922,Phường 2,commune,92,,',
    '923,Phường 3,commune,92,,',
    'h1,Khóm 1,hamlet,912,,',
    'h2,Khóm 1,hamlet,922,,',
    'h3,Khóm 1,hamlet,923,,',
    'h4,Khóm 1,hamlet,923,,',
  ];
  const { byCode } = treeAsOf(registryOf({ units }), '2024-09-14');
  const told = (...codes: string[]) => choicesOf(codes.map((code) => byCode.get(code)!));
  expect(told('h2', 'h3')).toBe('h2 Khóm 1 (Phường 2); h3 Khóm 1 (Phường 3)');
  expect(told('h1', 'h2', 'h3')).toBe(
    'h1 Khóm 1 (Phường 2, Thành phố Đông); h2 Khóm 1 (Phường 2, Thị xã Tây); h3 Khóm 1 (Phường 3)',
  );
  expect(told('h3', 'h4')).toBe('h3 Khóm 1 (Phường 3); h4 Khóm 1 (Phường 3)');
});
