/**
 * What reading one document may take, in one place. A reader that meets a limit says so with the size found, the limit
 * and the way out; the rest is enforced from outside, by ending its process.
 */
export const READING_LIMITS = {
  /** Text up to here is read without a process of its own: it cannot unpack to more than it is. */
  quickTextBytes: 1024 * 1024,
  /** All text of a document. A novel has about 600,000; beyond the limit a lecture would leave out nearly everything. */
  textChars: 2_000_000,
  /** Of a PDF; the longest textbooks have about 1,500. */
  pages: 2_000,
  /** Files in a DOCX or PPTX package; a deck of 500 slides has about 3,000. */
  zipEntries: 10_000,
  /** All files of a package together, unpacked. */
  unpackedBytes: 256 * 1024 * 1024,
  /** One file that a reader takes out of a package, unpacked. */
  unpackedEntryBytes: 64 * 1024 * 1024,
  /** From start to answer; within the time that the step may take, so that its sentence is heard. */
  wallTimeMs: 90_000,
  /** Of the reading process, everything counted. */
  memoryBytes: 1024 * 1024 * 1024,
  /** Of the answer; passages carry little beside their text. */
  answerBytes: 32 * 1024 * 1024,
} as const;
