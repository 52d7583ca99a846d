/** The last words on stderr of a reading process that took more memory than it may. */
export const MEMORY_LIMIT_MARK = 'lectra: memory limit reached\n';
