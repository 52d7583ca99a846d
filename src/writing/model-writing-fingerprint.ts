/** Enters the key of every step that a model writes: raise it when prompts, guarding or conversion change what comes out. */
export const MODEL_WRITING_FINGERPRINT = 'model-5';
