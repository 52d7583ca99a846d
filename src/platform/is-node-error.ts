import { constants } from 'node:os';

/** True for an error of Node or the operating system with one of these codes, such as ENOENT. */
export function isNodeError(error: unknown, ...codes: readonly string[]): error is NodeJS.ErrnoException {
  if (!(error instanceof Error)) return false;
  const { code, errno } = nodeFieldsOf(error);
  if (code !== null && codes.includes(code)) return true;
  return errno !== null && codes.some((name) => errno === -(ERRNO.get(name) ?? Number.NaN));
}

/**
 * By number too, since libuv has no name for some of them, EDQUOT and ESTALE among others: their `code` is
 * "Unknown system error -122" (https://github.com/libuv/libuv/blob/v1.x/include/uv.h, UV_ERRNO_MAP).
 */
const ERRNO: ReadonlyMap<string, number> = new Map(Object.entries(constants.errno));

function nodeFieldsOf(error: Error): { readonly code: string | null; readonly errno: number | null } {
  return {
    code: 'code' in error && typeof error.code === 'string' ? error.code : null,
    errno: 'errno' in error && typeof error.errno === 'number' ? error.errno : null,
  };
}
