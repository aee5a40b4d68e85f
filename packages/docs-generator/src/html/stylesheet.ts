/** The site's stylesheet: light and dark, from 320 px on, and for print. */
export const stylesheet: string =
  `:root{color-scheme:light dark;--bg:light-dark(#fff,#14171c);--fg:light-dark(#1c2128,#dfe3e8);\
--dim:light-dark(#57606a,#9aa4b0);--line:light-dark(#d5dae0,#343b45);--soft:light-dark(#f4f6f8,#1d2229);\
--link:light-dark(#0a58ca,#7db4ff);--hit:light-dark(#fff3bf,#4a4115);--req:light-dark(#b3261e,#ff9d94);\
--new:light-dark(#13673a,#7ad7a0);--gone:light-dark(#8a4b00,#f0b36a)}
:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}
*{box-sizing:border-box}
html{scroll-padding-top:4rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.55 system-ui,sans-serif;overflow-wrap:break-word}
a{color:var(--link)}a:not(:hover){text-decoration-thickness:.06em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
code,pre,.mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.9em}
pre{background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:.8rem 1rem;overflow:auto;line-height:1.45}
pre code{font-size:1em}
[hidden]{display:none!important}
.off{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999px;top:0;padding:.6rem 1rem;background:var(--bg);z-index:3}.skip:focus{left:0}
header{position:sticky;top:0;z-index:2;display:flex;gap:.4rem 1.2rem;align-items:center;flex-wrap:wrap;\
padding:.5rem max(1.2rem,calc((100% - 80rem)/2 + 1.2rem));background:var(--bg);border-bottom:1px solid var(--line)}
header .home{font-weight:650;color:var(--fg);text-decoration:none}
header nav{display:flex;flex-wrap:wrap;gap:.1rem 1rem}header nav a{text-decoration:none;white-space:nowrap}
header form{position:relative;flex:1 1 14rem;max-width:30rem;margin-left:auto}
header input{width:100%;font:inherit;padding:.3rem .7rem;color:inherit;background:var(--soft);border:1px solid var(--line);border-radius:6px}
header button,.tools button{font:inherit;font-size:.88rem;padding:.25rem .7rem;color:inherit;background:var(--soft);\
border:1px solid var(--line);border-radius:6px;cursor:pointer}
[id=":hits"]{position:absolute;top:100%;left:0;right:0;max-height:70vh;overflow:auto;margin:.2rem 0;padding:.3rem;list-style:none;\
background:var(--bg);border:1px solid var(--line);border-radius:6px;box-shadow:0 6px 24px #0004}
[id=":hits"] a{display:block;padding:.3rem .6rem;border-radius:4px;color:inherit;text-decoration:none}
[id=":hits"] [aria-selected=true] a,[id=":hits"] a:hover{background:var(--hit)}
[id=":hits"] small{display:block;color:var(--dim)}
.page{max-width:80rem;margin:0 auto;padding:0 1.2rem;display:grid;grid-template-columns:minmax(0,1fr)}
main{min-width:0;padding-bottom:3rem}
main>p,main>.lead{max-width:48rem}
h1{font-size:1.9rem;line-height:1.2;margin:1.4rem 0 .6rem}h1 small{display:block;font-size:1rem;font-weight:400;color:var(--dim);margin-top:.3rem}
.crumbs{font-size:.9rem;margin-top:1.2rem}.crumbs+h1{margin-top:.3rem}.crumbs ol{display:flex;flex-wrap:wrap;margin:0;padding:0;list-style:none}
.crumbs li+li::before{content:"/";padding:0 .5rem;color:var(--dim)}.crumbs a{text-decoration:none}
h2{font-size:1.3rem;margin:2.2rem 0 .6rem;padding-top:.6rem;border-top:1px solid var(--line)}h2 small{font-size:.95rem;font-weight:400;color:var(--dim)}h3{font-size:1.05rem;margin:1.2rem 0 .4rem}
.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1.2rem;margin:1rem 0}
.facts dt{color:var(--dim)}.facts dd{margin:0}
.note{border-left:4px solid var(--gone);background:var(--soft);padding:.5rem 1rem;margin:1rem 0;border-radius:0 6px 6px 0}
.f{list-style:none;margin:0;padding:0 0 0 1.1rem}
.f .f{margin-left:.1rem;padding-left:1.5rem;border-left:2px solid var(--line)}
.f>li{padding:.35rem 0}.f p{margin:.25rem 0;max-width:48rem}.f ul:not(.f){margin:.25rem 0;padding-left:1.2rem;max-width:48rem}
.h{padding:.1rem 0}summary{cursor:pointer}summary.h{list-style-position:outside;margin-left:0}
.h code{font-weight:650;font-size:.95em}.p{float:right;padding:0 .5rem;color:var(--dim);text-decoration:none}.p:hover,.p:focus{color:var(--link)}
.t{color:var(--dim);margin-left:.3rem}.r{color:var(--req);font-size:.82rem;font-weight:600;margin-left:.3rem}
h1 .n,h1 .g{font-weight:400;vertical-align:.35em}h2 .e,h2 .g,h2 .i{font-weight:400;vertical-align:.1em}.n,.g,.e,.i{font-size:.82rem;margin-left:.3rem;padding:0 .4rem;border:1px solid currentColor;border-radius:1rem;white-space:nowrap}
.e{color:var(--req)}.i{color:var(--dim)}.n{color:var(--new)}.g{color:var(--gone)}
.x,.v{font-size:.9rem;color:var(--dim)}.d{color:var(--dim)}
.gone>.h>code,.gone>details>.h>code{text-decoration:line-through}
:target>.h,:target>details>.h{background:var(--hit);border-radius:4px;box-shadow:0 0 0 .3rem var(--hit)}
del{color:var(--req)}ins{color:var(--new)}
.svg{overflow-x:auto}.svg svg{display:block;height:auto;min-width:34rem;max-width:100%}
.svg rect{fill:var(--soft);stroke:var(--line)}.svg .c rect{stroke:var(--fg);stroke-width:1.5}
.svg text{fill:var(--fg);font:12px system-ui,sans-serif;text-anchor:middle}.svg a text{fill:var(--link)}
.svg path{fill:none;stroke:var(--line);stroke-width:1.5}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid var(--line)}
.k{table-layout:fixed}.k th:first-child{width:20rem}td:first-child{white-space:nowrap}.k td:first-child{white-space:normal}\
.rule-table th:nth-child(2){width:7rem}.facts dd>p:first-child{margin-top:0}.facts dd>p:last-child{margin-bottom:0}\
.guide .wide{margin:1rem 0}.guide table{width:auto}.guide th,.guide td{padding-right:1.2rem}.guide p,.guide li{max-width:48rem}.guide h1 a,.guide h2 a,.guide h3 a{color:inherit;text-decoration:none}.guide :is(h1,h2,h3) a:hover{text-decoration:underline}\
.num{text-align:right;font-variant-numeric:tabular-nums}.wide{overflow-x:auto}
.az{display:flex;flex-wrap:wrap;gap:.2rem .9rem;padding:0;list-style:none}.names{columns:20rem;column-gap:2rem;padding:0;list-style:none}
.names>li{break-inside:avoid;padding:.15rem 0}.names small{color:var(--dim)}
.az-names>li{font-weight:600}.names ul{font-weight:400;list-style:none;margin:0;padding:0 0 .3rem 1rem;font-size:.88rem;line-height:1.4;color:var(--dim)}
.rows{list-style:none;margin:0;padding:0}.rows>li{padding:.35rem 0;border-bottom:1px solid var(--line)}.rows p{margin:.2rem 0 .3rem;max-width:56rem}
.tools{display:flex;justify-content:flex-end;gap:.4rem;margin-top:-2.9rem;margin-bottom:.9rem}
aside{font-size:.9rem;border-top:1px solid var(--line);padding:1rem 0}aside h2{font-size:.95rem;margin:.8rem 0 .3rem;border:0;padding:0}
aside ul{list-style:none;margin:0;padding:0 0 0 .1rem}aside ul ul{padding-left:.9rem}aside li{padding:.08rem 0}aside a{text-decoration:none}
aside [aria-current]{font-weight:650;color:var(--fg)}
footer{border-top:1px solid var(--line);padding:1rem max(1.2rem,calc((100% - 80rem)/2 + 1.2rem));color:var(--dim);font-size:.88rem}
@media(min-width:62rem){.page:has(>aside){grid-template-columns:15rem minmax(0,1fr);column-gap:2.5rem}.page>main:not(:only-child){grid-column:2}\
aside{grid-column:1;grid-row:1;border:0;position:sticky;top:3.6rem;align-self:start;max-height:calc(100vh - 4rem);overflow:auto}}
@media(max-width:40rem){header{position:relative}header form{position:static}[id=":hits"]{left:.9rem;right:.9rem}html{scroll-padding-top:1rem}.page,header,footer{padding-left:.9rem;padding-right:.9rem}.f .f{margin-left:-.55rem;padding-left:1.1rem}\
.facts{column-gap:.8rem;font-size:.94rem}h1{font-size:1.6rem}td{overflow-wrap:anywhere}td:first-child{white-space:normal}\
.k,.k tbody,.k tr,.k td{display:block}.k thead{display:none}.k td:first-child{border:0;padding-bottom:0}}
@media print{header,aside,.tools,.skip{display:none!important}.page{display:block;max-width:none}body{font-size:10pt}:root{color-scheme:light}\
details::details-content{content-visibility:visible;display:block}.f>li{break-inside:auto}.h{break-after:avoid}a{color:inherit}:target>.h,:target>details>.h{background:none;box-shadow:none}}
`;
