/** Stands in for a reader that meets what its library did not expect. */
throw new TypeError('Cannot read the table of the fonts.');
