/** Stands in for a reader whose engine gives up. */
process.abort();
