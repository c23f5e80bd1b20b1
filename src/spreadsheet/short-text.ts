/** The longest text that `shortAscii` makes. */
export const SHORT = 12;

/**
 * The ASCII text at `s`, of `length` bytes: 1 to `SHORT`. In a third of the time that
 * `Buffer.toString` takes, which is for the most part that of getting there; a list of a
 * hundred thousand telephone numbers is as many calls.
 */
export function shortAscii(b: Uint8Array, s: number, length: number): string {
  switch (length) {
    case 1:
      return text(b[s]!);
    case 2:
      return text(b[s]!, b[s + 1]!);
    case 3:
      return text(b[s]!, b[s + 1]!, b[s + 2]!);
    case 4:
      return text(b[s]!, b[s + 1]!, b[s + 2]!, b[s + 3]!);
    case 5:
      return text(b[s]!, b[s + 1]!, b[s + 2]!, b[s + 3]!, b[s + 4]!);
    case 6:
      return text(b[s]!, b[s + 1]!, b[s + 2]!, b[s + 3]!, b[s + 4]!, b[s + 5]!);
    case 7:
      return text(b[s]!, b[s + 1]!, b[s + 2]!, b[s + 3]!, b[s + 4]!, b[s + 5]!, b[s + 6]!);
    case 8:
      return text(
        b[s]!,
        b[s + 1]!,
        b[s + 2]!,
        b[s + 3]!,
        b[s + 4]!,
        b[s + 5]!,
        b[s + 6]!,
        b[s + 7]!,
      );
    case 9:
      return text(
        b[s]!,
        b[s + 1]!,
        b[s + 2]!,
        b[s + 3]!,
        b[s + 4]!,
        b[s + 5]!,
        b[s + 6]!,
        b[s + 7]!,
        b[s + 8]!,
      );
    case 10:
      return text(
        b[s]!,
        b[s + 1]!,
        b[s + 2]!,
        b[s + 3]!,
        b[s + 4]!,
        b[s + 5]!,
        b[s + 6]!,
        b[s + 7]!,
        b[s + 8]!,
        b[s + 9]!,
      );
    case 11:
      return text(
        b[s]!,
        b[s + 1]!,
        b[s + 2]!,
        b[s + 3]!,
        b[s + 4]!,
        b[s + 5]!,
        b[s + 6]!,
        b[s + 7]!,
        b[s + 8]!,
        b[s + 9]!,
        b[s + 10]!,
      );
    case 12:
      return text(
        b[s]!,
        b[s + 1]!,
        b[s + 2]!,
        b[s + 3]!,
        b[s + 4]!,
        b[s + 5]!,
        b[s + 6]!,
        b[s + 7]!,
        b[s + 8]!,
        b[s + 9]!,
        b[s + 10]!,
        b[s + 11]!,
      );
    default:
      throw new RangeError(`a text of ${length} bytes is not short`);
  }
}

const text = String.fromCharCode;
