/** The style sheet: light and dark on screen, A4 in print. Tones only add colour to texts that say the same. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fff; --ground: #f3f5f7; --ink: #1c2530; --quiet: #566270; --line: #ccd4dc; --head: #eaf0f4; --accent: #0b4f6c;
  --marked: #f2f8fb; --good: #12633b; --good-ground: #e7f4ec; --bad: #a3211c; --bad-ground: #fcebe9;
  --open: #7a4a00; --open-ground: #fff3da; --note: #0b4f6c; --note-ground: #e8f3f8;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #171c22; --ground: #0f1317; --ink: #e3e8ed; --quiet: #a3afbb; --line: #37424d; --head: #222b33; --accent: #7cc4e2;
    --marked: #1b262e; --good: #7fd6a5; --good-ground: #14301f; --bad: #ff9f98; --bad-ground: #3b1917;
    --open: #f3c56b; --open-ground: #35280c; --note: #8fcbe6; --note-ground: #12303d;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--ink); font-size: 14px; line-height: 1.65;
  font-family: "Hiragino Sans", "Yu Gothic UI", "Noto Sans JP", "Noto Sans CJK JP", Meiryo, sans-serif;
  line-break: strict; overflow-wrap: anywhere; font-variant-numeric: tabular-nums;
}
:lang(en) { line-break: auto; hyphens: auto; }
h1, h2, p, dd, th, td { unicode-bidi: plaintext; }
.paper { max-width: 112rem; margin: 1.5rem auto; padding: 2rem 2.25rem; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
h1 { margin: 0 0 1.25rem; font-size: 1.5rem; line-height: 1.4; font-weight: 600; }
h2 { margin: 2rem 0 .75rem; padding-left: .7rem; border-left: 4px solid var(--accent); font-size: 1.1rem; line-height: 1.4; font-weight: 600; break-after: avoid; }
p { margin: .5rem 0; max-width: 70em; }
a { color: var(--accent); text-underline-offset: .15em; }
dl { display: grid; grid-template-columns: 1fr 1fr; column-gap: 2rem; margin: 0 0 1.5rem; border-top: 1px solid var(--line); }
dl > div { display: grid; grid-template-columns: 11em 1fr; border-bottom: 1px solid var(--line); break-inside: avoid; }
:lang(en) dl > div { grid-template-columns: 13em 1fr; }
dl > .long { grid-column: 1 / -1; }
dt, dd { margin: 0; padding: .35rem .5rem; }
dt { color: var(--quiet); }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { width: 100%; border-collapse: collapse; }
.scroll > table { table-layout: fixed; min-width: 84rem; font-size: .87rem; line-height: 1.55; }
th, td { padding: .4rem .45rem; border: 1px solid var(--line); vertical-align: top; text-align: left; font-weight: 400; }
thead :is(th, td) { background: var(--head); font-weight: 600; vertical-align: middle; }
thead th.marked { background: var(--accent); color: var(--paper); }
.marked { background: var(--marked); }
:is(th, td).center { text-align: center; }
.contents { width: auto; min-width: 60%; }
.contents th:has(a) { text-align: right; }
.good { color: var(--good); background: var(--good-ground); }
.bad { color: var(--bad); background: var(--bad-ground); }
.open { color: var(--open); background: var(--open-ground); }
.note { color: var(--note); background: var(--note-ground); }
.muted { color: var(--quiet); }
:is(td, dd):is(.good, .bad, .open) { font-weight: 600; }
p:is(.good, .bad, .open, .note) { padding: .5rem .75rem; border-radius: 4px; }
.choice { display: inline-block; padding-left: 1.35em; text-indent: -1.35em; }
.boxes { width: auto; margin: 1.5rem 0 0 auto; table-layout: fixed; break-inside: avoid; }
.boxes :is(th, td) { width: 7.5rem; text-align: center; }
.boxes td { height: 6.5rem; }
@media (max-width: 92rem) {
  .paper { padding: 1.5rem 1.25rem; }
  .scroll > table { min-width: 76rem; font-size: .8rem; }
  .scroll :is(th, td) { padding: .35rem; }
}
@media (max-width: 40rem) {
  .paper { margin: 0; padding: 1.25rem 1rem; border: 0; border-radius: 0; }
  dl { grid-template-columns: 1fr; }
  :is(dl > div, :lang(en) dl > div) { grid-template-columns: 9em 1fr; }
}
@page { size: A4 landscape; margin: 11mm 11mm 13mm; @bottom-right { content: counter(page) " / " counter(pages); font: 7pt sans-serif; color: #566270; } }
@media print {
  body { background: none; font-size: 8pt; line-height: 1.5; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .paper { max-width: none; margin: 0; padding: 0 .3mm; border: 0; }
  .paper + .paper { break-before: page; }
  h1 { font-size: 13pt; margin-bottom: 3mm; }
  h2 { font-size: 10pt; margin: 5mm 0 2mm; }
  a { color: inherit; text-decoration: none; }
  a.named::after { content: " (" attr(href) ")"; color: var(--quiet); }
  dl { margin-bottom: 4mm; }
  dt, dd { padding: .5mm 1.5mm; }
  .scroll { overflow: visible; margin: 2mm 0; }
  .scroll > table { min-width: 0; font-size: 7pt; line-height: 1.4; }
  :lang(en) .scroll > table { font-size: 6.7pt; }
  th, td { padding: .7mm .9mm; border-color: #8c98a4; }
  .scroll thead th { font-size: .93em; }
  thead { display: table-header-group; }
  tr:not(:has(> [rowspan])), :is(th, td):not([rowspan]), .whole { break-inside: avoid; }
  .boxes { margin-top: 5mm; }
  .boxes :is(th, td) { width: 28mm; }
  .boxes td { height: 26mm; }
}
`;
