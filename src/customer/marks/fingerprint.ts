/**
 * A number of 32 bits that is the same for the same text and salt (FNV-1a over UTF-16 units, then mixed
 * as MurmurHash3 ends). It cannot be turned back into a long text, and guards no secret.
 */
export function fingerprint(text: string, salt: number): number {
  let hash = 0x81_1c_9d_c5 ^ salt;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
