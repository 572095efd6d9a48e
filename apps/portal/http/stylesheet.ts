/** Fonts of a range: signs of Vietnamese stand in their own file. */
export const FONTS = [
  { file: 'be-vietnam-pro-latin-400.woff2', weight: 400, range: 'U+0000-00FF,U+2013-2026,U+2190-2193' },
  { file: 'be-vietnam-pro-latin-600.woff2', weight: 600, range: 'U+0000-00FF,U+2013-2026,U+2190-2193' },
  {
    file: 'be-vietnam-pro-vietnamese-400.woff2',
    weight: 400,
    range: 'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+1EA0-1EF9,U+20AB',
  },
  {
    file: 'be-vietnam-pro-vietnamese-600.woff2',
    weight: 600,
    range: 'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+1EA0-1EF9,U+20AB',
  },
] as const;

/** The one stylesheet; `fontPath` tells where a font file is served. */
export function stylesheet(fontPath: (file: string) => string): string {
  const faces = FONTS.map(
    ({ file, weight, range }) =>
      `@font-face{font-family:"Be Vietnam Pro";font-weight:${String(weight)};font-display:swap;` +
      `src:url(${fontPath(file)}) format("woff2");unicode-range:${range}}`,
  );
  return `${faces.join('\n')}\n${RULES}`.replace(/\n\s*/g, '\n').trim();
}

const RULES = `
:root{--ink:#1b2733;--quiet:#55636f;--paper:#fff;--soft:#f2f5f9;--line:#cfd8e2;--blue:#0b3d75;--blue-ink:#0b4a90;--on-blue:#fff;--on-blue-quiet:#d4e2f2;
  --good:#0b5d35;--good-soft:#e6f4ec;--past:#5a4a00;--past-soft:#fdf6d8;--ended:#a3141e;--ended-soft:#fdecec;--focus:#c25700}
@media (prefers-color-scheme:dark){:root{--ink:#e4eaf0;--quiet:#a5b2be;--paper:#12181f;--soft:#1b242e;--line:#33414f;--blue:#0d2f57;--blue-ink:#8fc0f7;--on-blue:#fff;--on-blue-quiet:#c2d4e8;
  --good:#7fd9a6;--good-soft:#12301f;--past:#ecd878;--past-soft:#332c0d;--ended:#ff9ba0;--ended-soft:#3b1719;--focus:#ffb26b}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.65 "Be Vietnam Pro",system-ui,"Segoe UI",Roboto,Arial,sans-serif}
.wrap{max-width:72rem;margin:0 auto;padding:0 1.25rem}
a{color:var(--blue-ink);text-underline-offset:.18em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-9999px;top:0;background:var(--paper);padding:.6rem 1rem;z-index:2}
.skip:focus{left:.5rem;top:.5rem}
h1{font-size:1.6rem;line-height:1.35;font-weight:600;margin:1.2rem 0 .6rem;overflow-wrap:anywhere}
h2{font-size:1.2rem;line-height:1.4;font-weight:600;margin:2rem 0 .6rem}
strong,b{font-weight:600}
.lead{font-size:1.05rem;margin:.2rem 0 1rem;max-width:48rem}
.quiet{color:var(--quiet);font-size:.92rem}
.band{background:var(--blue);color:var(--on-blue)}
.band .wrap{display:flex;flex-wrap:wrap;gap:.4rem 2rem;align-items:center;justify-content:space-between;padding-top:.9rem;padding-bottom:.7rem}
.band a{color:var(--on-blue)}
.brand{text-decoration:none;display:block;max-width:34rem}
.brand strong{display:block;font-size:1.15rem;line-height:1.4}
.brand span{display:block;font-size:.88rem;line-height:1.5;color:var(--on-blue-quiet)}
.band ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem .3rem;margin:0 -.6rem;padding:0}
.band li a{display:inline-block;padding:.45rem .6rem;text-decoration:none;border-radius:4px;font-size:.95rem}
.band li a:hover{text-decoration:underline}
.band li a[aria-current]{background:rgba(255,255,255,.16);font-weight:600}
main{padding-bottom:2.5rem;outline:0;min-height:60vh}
.trail ol{list-style:none;display:flex;flex-wrap:wrap;margin:1rem 0 0;padding:0;font-size:.92rem;color:var(--quiet)}
.trail li+li::before{content:"›";margin:0 .5rem}
.hero{margin-top:1.6rem;padding:.6rem 1.5rem 1rem;background:var(--soft);border:1px solid var(--line);border-radius:8px}
.drop{max-width:44rem;margin:1rem 0;padding:1rem;border:2px dashed var(--line);border-radius:8px}
.drop.over{border-color:var(--blue-ink);background:var(--soft)}
.drop[hidden]{display:none}
.drop label{display:block;font-weight:600}
.drop input{font:inherit;max-width:100%}
.drop output{display:block;margin-top:.4rem}
.search{max-width:44rem;margin:.4rem 0}
.search label{display:block;font-weight:600;margin-bottom:.35rem}
.field{display:flex;gap:.5rem}
.field input{flex:1 1 auto;min-width:0;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--quiet);border-radius:5px;padding:.55rem .8rem;min-height:2.9rem}
.search p{margin:.35rem 0 0}
button,.button{display:inline-block;font:inherit;font-weight:600;color:#fff;background:#0b4a90;border:0;border-radius:5px;padding:.55rem 1.3rem;min-height:2.75rem;text-decoration:none;cursor:pointer}
button:hover,.button:hover{background:#083a72;text-decoration:underline}
.counters{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem 2.5rem;margin:1.2rem 0 0;padding:0}
.counters strong{font-size:1.35rem;color:var(--blue-ink);font-variant-numeric:tabular-nums}
.frame{overflow-x:auto;border:1px solid var(--line);border-radius:6px;position:relative}
table{border-collapse:collapse;width:100%;font-size:.95rem;line-height:1.55}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{text-align:left;vertical-align:top;padding:.55rem .8rem;border-bottom:1px solid var(--line)}
th{background:var(--soft);font-weight:600;white-space:nowrap}
tbody tr:last-child td{border-bottom:0}
td:first-child{min-width:7rem}
.figure{font-variant-numeric:tabular-nums;white-space:nowrap}
.code{font-variant-numeric:tabular-nums;white-space:nowrap;letter-spacing:.02em}
.hash{font:.85rem/1.5 ui-monospace,Consolas,Menlo,monospace;overflow-wrap:anywhere}
.facts{margin:.6rem 0}
.facts>div{display:grid;grid-template-columns:11rem 1fr;gap:.2rem 1rem;padding:.42rem 0;border-bottom:1px solid var(--line)}
dt{color:var(--quiet)}
dd{margin:0;overflow-wrap:anywhere}
.badge{display:inline-block;padding:.08rem .6rem;border-radius:1rem;font-size:.9rem;font-weight:600;white-space:nowrap;border:1px solid}
.good{color:var(--good);background:var(--good-soft)}
.past{color:var(--past);background:var(--past-soft)}
.ended{color:var(--ended);background:var(--ended-soft)}
.note{margin:1.2rem 0;padding:.8rem 1.2rem;border-left:5px solid;border-radius:4px}
.note h1{margin:.1rem 0 .3rem;font-size:1.35rem}
.note p{margin:.2rem 0;color:var(--ink)}
.empty{padding:1.2rem 0}
.sheet{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;align-items:flex-start}
.sheet>div{flex:1 1 28rem;min-width:0}
.qr{margin:.6rem 0;width:13rem;text-align:center;font-size:.92rem}
.qr svg{width:11rem;height:11rem;border:1px solid var(--line);border-radius:6px;background:#fff}
.print-only{display:none}
.more{margin:1rem 0}
footer{border-top:1px solid var(--line);padding-top:1rem;padding-bottom:2rem;font-size:.9rem;color:var(--quiet)}
footer p{margin:.2rem 0}
@media (max-width:40rem){
  .wrap{padding:0 1rem}
  h1{font-size:1.35rem}
  .hero{margin-left:-.25rem;margin-right:-.25rem;padding:.3rem 1rem .8rem}
  .field{flex-direction:column}
  .facts>div{grid-template-columns:1fr;gap:0}
  .counters{flex-direction:column;gap:.1rem}
  .qr{margin:0 auto}
}
@media print{
  .band nav,.trail,.skip,.search,.button,footer{display:none}
  .band{background:none;color:#000;border-bottom:1px solid #000}
  .band a,.brand span{color:#000}
  body{color:#000;background:#fff;font-size:11pt}
  .frame{overflow:visible;border:0}
  .print-only{display:block;overflow-wrap:anywhere}
  th,td{border-bottom:1px solid #999}
  tr{break-inside:avoid}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;
