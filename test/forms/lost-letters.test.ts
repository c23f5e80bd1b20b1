import { expect, it } from 'vitest';
import { lostLetters } from '../../src/forms/cells/lost-letters.js';

const rowsOf = (...texts: string[]) => texts.map((text, i) => ({ number: i + 1, values: [text] }));

it('one broken letter is enough: nobody types it', () => {
  expect(lostLetters(rowsOf('Nguyễn Văn �', 'Xong'))).toBe('A1');
  expect(lostLetters(rowsOf('Lê ?n', 'Xong'))).toBe('');
});

it('letters that were saved as ? show, a link or a question does not', () => {
  expect(lostLetters(rowsOf('Tr?n Th? T?m', '?p R?ch G?c', 'Nguy?n', 'Xong'))).toBe('A1, A2, A3');
  const links = [
    'https://shopee.vn/shop?id=12',
    'http://a.vn/x?ten=b&c=?d',
    'www.sendo.vn/?shop=3',
  ];
  expect(lostLetters(rowsOf(...links))).toBe('');
  expect(lostLetters(rowsOf('Có không?', 'Ai?', 'Mấy giờ?'))).toBe('');
});
