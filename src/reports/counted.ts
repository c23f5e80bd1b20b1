/** English for so many of a thing: `1 hamlet`, `1,250 hamlets`. Vietnamese needs no such care. */
export function counted(n: string, one: string, many = `${one}s`): string {
  return `${n} ${n === '1' ? one : many}`;
}
