/** Text that goes between tags or into an attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const STYLE = `body{font:16px/1.6 'Be Vietnam Pro','Segoe UI',Arial,sans-serif;margin:0 auto;max-width:70rem;padding:1.5rem;color:#1c2733}
h1{font-size:1.5rem;margin:.2rem 0 1rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{border:1px solid #c9d3dd;padding:.4rem .6rem;text-align:left;vertical-align:top}
th{background:#eef3f8}nav a{margin-right:1.2rem}.quiet{color:#56677a}a{color:#0b4f8a}
@media print{nav{display:none}body{max-width:none}}`;

/** A page that opens from the disk: no script, nothing from a network. */
export function pageStart(title: string): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body>
<nav><a href="index.html">Mục lục</a><a href="README.txt">Hướng dẫn</a></nav>
<h1>${escaped(title)}</h1>
`;
}

export const PAGE_END = '</body></html>\n';

export function headRow(titles: readonly string[]): string {
  return `<tr>${titles.map((title) => `<th>${escaped(title)}</th>`).join('')}</tr>\n`;
}

/** Cells are HTML already. */
export function bodyRow(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
}

/** 2026-11-23 as people write it. */
export function dayText(day: string | null): string {
  return day === null ? '' : day.split('-').reverse().join('/');
}
