/** The CLI that Lectra is built and tested with; `temporal/go.mod` pins the same one. */
export const PINNED_CLI_VERSION = '1.8.2';
