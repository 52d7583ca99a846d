/** Fields of a planned slide that this writer leaves to the matter: its sentences are claims of their own. */
export const LEFT_TO_MATTER = { claim: null, covers: [], words: null };
