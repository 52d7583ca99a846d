/** Returns the value of a JSON text; null for a text that is none, which no schema of an object takes either. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
