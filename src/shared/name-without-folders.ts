const ABSOLUTE = /^(?:\/|~\/|[A-Za-z]:[\\/]|\\\\)/;

/**
 * Returns the last part of a name that is an absolute path, such as "qwen3.gguf" of "/home/jane/models/qwen3.gguf", and any
 * other name as it is: "meta-llama/Llama-3.1-8B" is a whole one.
 */
export function nameWithoutFolders(name: string): string {
  if (!ABSOLUTE.test(name)) return name;
  return name.split(/[\\/]/).findLast((part) => part !== '') ?? name;
}
