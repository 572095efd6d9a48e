/** Rows that travel in one statement when a whole list is taken away. */
export const CHUNK = 500;
/** Of one list that is taken away; a longer one is narrowed first. */
export const MOST_ROWS = 50_000;

/** Every row of a keyset list in its order, chunk by chunk: `page` is asked for one row more than it shows. */
export async function* everyRow<Row, Place>(
  page: (after: Place | null, limit: number) => Promise<Row[]>,
  placeOf: (row: Row) => Place,
): AsyncGenerator<Row> {
  let after: Place | null = null;
  for (let taken = 0; taken < MOST_ROWS; taken += CHUNK) {
    const rows: Row[] = await page(after, CHUNK);
    const shown = rows.slice(0, CHUNK);
    yield* shown;
    const last = shown.at(-1);
    if (last === undefined || rows.length <= CHUNK) return;
    after = placeOf(last);
  }
}

/** Rows of a form, numbered from 1. */
export async function* numbered<Row, Line extends object>(
  rows: AsyncIterable<Row>,
  show: (row: Row) => Line,
): AsyncGenerator<Line & { stt: string }> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    yield { stt: String(count), ...show(row) };
  }
}
