import { teamsDarkTheme, webLightTheme } from "@fluentui/tokens";

/** Escapes text for HTML. */
export function html(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** A theme of Fluent as CSS properties. */
export function themeRule(theme: object): string {
  return Object.entries(theme)
    .filter(([name]) => /^(color|font|spacing|borderRadius|lineHeight|strokeWidth|shadow)/.test(name))
    .map(([name, value]) => `--${name}:${value};`)
    .join("");
}

const style = `
:root{${themeRule(webLightTheme)}color-scheme:light}
@media (prefers-color-scheme:dark){:root{${themeRule(teamsDarkTheme)}color-scheme:dark}}
*{box-sizing:border-box}
body{margin:0;font:var(--fontSizeBase300)/var(--lineHeightBase300) var(--fontFamilyBase);color:var(--colorNeutralForeground1);background:var(--colorNeutralBackground2)}
header,main{max-width:68rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2rem;display:flex;align-items:center;gap:.75rem}
header svg{flex:none}
h1{font-size:var(--fontSizeHero700);line-height:var(--lineHeightHero700);margin:0}
h2{font-size:var(--fontSizeBase500);line-height:var(--lineHeightBase500);margin:2rem 0 .75rem}
h3{font-size:var(--fontSizeBase300);margin:0 0 .5rem}
p{margin:.25rem 0}
.quiet{color:var(--colorNeutralForeground2)}
.ways{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:1rem;padding:0;margin:0;list-style:none}
.ways>li,.sheet{background:var(--colorNeutralBackground1);border:1px solid var(--colorNeutralStroke2);border-radius:var(--borderRadiusXLarge);padding:1.1rem 1.25rem}
a{color:var(--colorBrandForegroundLink)}
a:focus-visible,button:focus-visible{outline:2px solid var(--colorStrokeFocus2);outline-offset:2px;border-radius:2px}
.ways>li{display:flex;flex-direction:column;align-items:flex-start}
.ways p{margin-bottom:.6rem}
.quiet+.sheet{margin-top:.6rem}
.main-way{display:inline-block;margin-top:auto;padding:.4rem .9rem;border-radius:var(--borderRadiusMedium);background:var(--colorBrandBackground);color:var(--colorNeutralForegroundOnBrand);text-decoration:none;font-weight:600}
.main-way:hover{background:var(--colorBrandBackgroundHover)}
.sheet table{border-collapse:collapse;width:100%}
.sheet :is(th,td){text-align:left;vertical-align:top;padding:.45rem .75rem .45rem 0;border-bottom:1px solid var(--colorNeutralStroke2)}
ul.plain{list-style:none;padding:0;margin:.5rem 0 0}
ul.plain li{padding:.2rem 0}
.ac-actionSet{flex-wrap:wrap;gap:.5rem}
.ac-pushButton{font:inherit;font-weight:600;padding:.35rem .8rem;border:1px solid var(--colorNeutralStroke1);border-radius:var(--borderRadiusMedium);background:var(--colorNeutralBackground1);color:inherit;cursor:pointer}
.ac-adaptiveCard{padding:0!important;background:transparent!important}
.people{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.75rem;padding:0;margin:0;list-style:none}
.people a{display:block;height:100%;padding:.7rem .9rem;border:1px solid var(--colorNeutralStroke1);border-radius:var(--borderRadiusXLarge);background:var(--colorNeutralBackground1);color:inherit;text-decoration:none}
.people a:hover{background:var(--colorNeutralBackground1Hover)}
.people a[aria-current]{border-color:var(--colorBrandStroke1);box-shadow:inset 0 0 0 1px var(--colorBrandStroke1)}
.people a[aria-current] strong::before{content:"✓ ";color:var(--colorBrandForegroundLink)}
.people strong,.people span,th .quiet{display:block}
.people span{color:var(--colorNeutralForeground2);font-size:var(--fontSizeBase200);line-height:var(--lineHeightBase200)}
th .quiet{font-weight:400;font-size:var(--fontSizeBase200);line-height:var(--lineHeightBase200)}
.sheet tbody tr:last-child>*{border-bottom:0}
.sheet thead th{color:var(--colorNeutralForeground2);font-size:var(--fontSizeBase200)}
.sheet td{min-width:7rem}
@media (max-width:40rem){
.stacking thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
.sheet .stacking :is(tr,th,td){display:block;border:0;padding:.1rem 0}
.sheet .stacking tr{padding:.6rem 0;border-bottom:1px solid var(--colorNeutralStroke2)}
.sheet .stacking tr:last-child{border-bottom:0}
.stacking td::before{content:attr(data-label) ": ";color:var(--colorNeutralForeground2)}
}
main{padding-bottom:3rem}
.bar{display:flex;flex-wrap:wrap;gap:.75rem 2rem;align-items:center;margin:1rem 0}
.looks{border:0;padding:0;margin:0;display:flex;gap:.9rem;align-items:center}
.looks legend{float:left;padding:0;font-weight:600}
.looks label{display:inline-flex;align-items:center;gap:.35rem;min-height:2rem}
.kinds{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;margin:0;list-style:none}
.kinds a{display:inline-block;padding:.25rem 0}
.ac-factset td *{overflow-wrap:anywhere!important}
.example{margin:0 0 2rem}
.phones{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),22rem));gap:1rem;align-items:start}
.phone{overflow:hidden;min-width:0;padding:.9rem 1rem;border:1px solid var(--colorNeutralStroke2);border-radius:var(--borderRadiusXLarge);background:var(--colorNeutralBackground1);color:var(--colorNeutralForeground1);overflow-wrap:anywhere}
[data-show=light] .dark,[data-show=dark] .light{display:none}
details{margin-top:.5rem;max-width:46rem}
summary{cursor:pointer;color:var(--colorNeutralForeground2);padding:.25rem 0}
.spoken{white-space:pre-wrap;overflow-wrap:anywhere}
`;

/** The product’s mark: a calendar leaf with five days ticked. */
const mark =
  '<svg width="40" height="40" viewBox="0 0 32 32" aria-hidden="true"><rect x="3" y="5" width="26" height="24" rx="4" fill="#0f6c5c"/><rect x="3" y="5" width="26" height="7" rx="3.5" fill="#0a4f44"/><path d="M9 20.5l4.2 4.2L23.5 15" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>';

/** A whole page of the hub. @param body HTML. @param more rules and scripts of this page alone. */
export function page(
  title: string,
  body: string,
  { style: own = "", script = "" }: { readonly style?: string; readonly script?: string } = {},
): string {
  return (
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${html(title)}</title>` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}${own}</style></head>` +
    `<body><header>${mark}<h1>${html(title)}</h1></header><main>${body}</main>${script}</body></html>`
  );
}
