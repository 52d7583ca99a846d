// The canvas reads this when it is first imported and then ignores the machine's fonts, so that every machine draws and
// measures the same. Whoever imports the canvas must import this module before it.
process.env.DISABLE_SYSTEM_FONTS_LOAD = '1';
