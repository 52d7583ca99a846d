/** Enters the key of every writing step: raise it when rules or tables of a writer change what it writes. */
export const WRITING_FINGERPRINT = 'extractive-11';
