export { sendSheet, XLSX } from './send-sheet';
export { type Cell, dayCell, type Sheet, type SheetColumn } from './sheet';
export { readSheet } from './read-sheet';
export { type SheetFile, sheetOf } from './sheet-of';
