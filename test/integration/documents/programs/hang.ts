/** Stands in for a reader that never comes to an end, and says so. */
process.stderr.write('reading\n');
for (;;);
