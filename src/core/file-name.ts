/** Extension in lower case without the dot; blank where there is none. */
export function extensionOf(name: string): string {
  const match = /[^/]\.([^./\s]{1,10})\s*$/u.exec(name);
  return match ? match[1]!.toLowerCase() : '';
}

/** A file's name without its extension; the number of a month is none (`Báo cáo T9.2024`). */
export function withoutExtension(name: string): string {
  return /^[a-z]/.test(extensionOf(name)) ? name.replace(/\.[^.]+$/, '') : name;
}

/** Of a path with `/` the file's own name, without its extension, then its folders', the nearest first. */
export function namesAlong(path: string): readonly [name: string, ...folders: string[]] {
  const at = path.lastIndexOf('/');
  const name = withoutExtension(path.slice(at + 1));
  return at < 0 ? [name] : [name, ...path.slice(0, at).split('/').reverse()];
}
