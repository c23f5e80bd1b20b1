import iconv from 'iconv-lite';

/** Text in windows-1258: letters with their shape, each followed by its tone mark. */
export function windows1258(text: string): Buffer {
  const letters = [...text].map((letter) => {
    const [base, ...marks] = letter.normalize('NFD');
    const shape = marks.filter((mark) => '\u0302\u0306\u031b'.includes(mark)).join('');
    const tone = marks.filter((mark) => !'\u0302\u0306\u031b'.includes(mark)).join('');
    return (base + shape).normalize('NFC') + tone;
  });
  return iconv.encode(letters.join(''), 'windows-1258');
}
