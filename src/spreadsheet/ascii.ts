/**
 * Bytes by name, for the scanners. Each takes those that it needs into constants of its own
 * (`const { LESS } = ASCII`): what a module binds itself is part of its compiled code, while
 * what it imports is looked up and checked at each byte, which costs a scanner a seventh.
 */
export const ASCII = {
  LINE_FEED: 0x0a,
  CARRIAGE_RETURN: 0x0d,
  SPACE: 0x20,
  BANG: 0x21,
  DOUBLE_QUOTE: 0x22,
  AMPERSAND: 0x26,
  SINGLE_QUOTE: 0x27,
  PLUS: 0x2b,
  MINUS: 0x2d,
  DOT: 0x2e,
  SLASH: 0x2f,
  DIGIT_0: 0x30,
  COLON: 0x3a,
  LESS: 0x3c,
  EQUALS: 0x3d,
  GREATER: 0x3e,
  QUESTION: 0x3f,
  UPPER_A: 0x41,
  UPPER_E: 0x45,
  UPPER_Z: 0x5a,
  BRACKET: 0x5b,
  UNDERSCORE: 0x5f,
  LOWER_C: 0x63,
  LOWER_E: 0x65,
  LOWER_F: 0x66,
  LOWER_H: 0x68,
  LOWER_I: 0x69,
  LOWER_O: 0x6f,
  LOWER_R: 0x72,
  LOWER_S: 0x73,
  LOWER_T: 0x74,
  LOWER_V: 0x76,
  LOWER_W: 0x77,
} as const;

/**
 * Up to four ASCII letters as the number that `DataView.getInt32` (or, of two, `getInt16`)
 * reads where they stand, little end first: one comparison instead of four.
 */
export function fourBytes(text: string): number {
  return [...text].reduceRight((sum, letter) => sum * 256 + letter.charCodeAt(0), 0);
}
