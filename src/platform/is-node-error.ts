/** True for an error of the operating system with one of these codes, such as ENOENT. */
export function isNodeError(error: unknown, ...codes: readonly string[]): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}
