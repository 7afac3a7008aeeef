import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Json } from '../src/core/wire/json';

/** JSON as short text: a reply holds four kilobytes, and a captured pool has to fit. */
export function pack(value: Json): string {
  const json = Buffer.from(JSON.stringify(value));
  return brotliCompressSync(json, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: json.length,
    },
  }).toString('base64url');
}

export function unpack(text: string): Json {
  return JSON.parse(brotliDecompressSync(Buffer.from(text, 'base64url')).toString()) as Json;
}
