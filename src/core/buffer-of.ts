/** The bytes in a buffer of their own; theirs where it holds nothing else. */
export function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer {
  const isAlone = byteOffset === 0 && byteLength === buffer.byteLength;
  return (isAlone ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)) as ArrayBuffer;
}
