const ESCAPE = String.fromCharCode(27);
/** What takes no room on a screen: marks over a letter, what joins letters, and colours. */
const NO_WIDTH = new RegExp(`[\\p{M}\\u200b-\\u200d\\ufeff]|${ESCAPE}\\[[\\d;]*m`, 'gu');
const ASCII = /^[ -~]*$/;

/** Columns of a terminal that a text takes: `ế` takes one, composed or not. */
export function widthOnScreen(text: string): number {
  return ASCII.test(text) ? text.length : [...text.replace(NO_WIDTH, '')].length;
}

/** How far the lines that go on stand in from the one that they go on. */
const HANGING = 2;
/** With less room than this for a line's words the terminal breaks it as it can. */
const LEAST_ROOM = 20;
/** Words with the spaces before them; what stands in backticks is one, for it is to be copied. */
const WORDS = / *(?:`[^`\n]*`|[^ `]|`)+/g;

/** Lines that are wider than a terminal broken between words; the rest of each stands further in. */
export function wrapped(text: string, columns: number): string {
  if (!Number.isFinite(columns)) return text;
  return text
    .split('\n')
    .map((line) => (widthOnScreen(line) <= columns ? line : broken(line, columns)))
    .join('\n');
}

function broken(line: string, columns: number): string {
  const indent = ' '.repeat(/^ */.exec(line.replace(NO_WIDTH, ''))![0].length + HANGING);
  if (columns - indent.length < LEAST_ROOM) return line;
  const lines = [''];
  let used = 0;
  for (const [word] of line.matchAll(WORDS)) {
    const goesOn = used <= indent.length || used + widthOnScreen(word) <= columns;
    const added = goesOn ? word : indent + word.trimStart();
    if (goesOn) lines[lines.length - 1] += added;
    else lines.push(added);
    used = widthOnScreen(added) + (goesOn ? used : 0);
  }
  return lines.join('\n');
}
