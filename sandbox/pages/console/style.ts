/** The colours of the product (tokens by meaning, each designed for light and dark), and the page. */
export const STYLE = `
:root{color-scheme:light dark;
--canvas:light-dark(oklch(.98 .003 255),oklch(.17 .009 260));--surface:light-dark(#fff,oklch(.205 .01 260));
--sunken:light-dark(oklch(.958 .004 255),oklch(.145 .009 260));--hover:light-dark(oklch(.968 .006 255),oklch(.24 .012 260));
--selected:light-dark(oklch(.95 .025 255),oklch(.275 .045 258));
--line:light-dark(oklch(.915 .005 255),oklch(.3 .012 260));--edge:light-dark(oklch(.63 .014 255),oklch(.54 .016 260));
--text:light-dark(oklch(.22 .018 262),oklch(.94 .005 255));--muted:light-dark(oklch(.43 .018 260),oklch(.77 .01 258));
--accent:light-dark(oklch(.51 .185 259),oklch(.72 .13 256));--strong:light-dark(oklch(.45 .175 260),oklch(.78 .11 256));
--on-accent:light-dark(#fff,oklch(.17 .03 260));--blue:light-dark(oklch(.95 .028 256),oklch(.28 .06 259));
--good:light-dark(oklch(.47 .105 158),oklch(.78 .13 158));--good-soft:light-dark(oklch(.953 .03 160),oklch(.28 .045 160));
--warn:light-dark(oklch(.49 .1 68),oklch(.82 .125 80));--warn-soft:light-dark(oklch(.955 .04 85),oklch(.29 .045 75));
--bad:light-dark(oklch(.5 .185 25),oklch(.76 .13 22));--bad-soft:light-dark(oklch(.955 .022 20),oklch(.285 .06 22));
--s1:light-dark(oklch(.64 .098 188),oklch(.52 .078 190));--s2:light-dark(oklch(.59 .102 210),oklch(.572 .088 212));
--s3:light-dark(oklch(.54 .118 235),oklch(.625 .102 236));--s4:light-dark(oklch(.49 .14 257),oklch(.675 .117 256));
--s5:light-dark(oklch(.43 .155 277),oklch(.735 .118 278));--s6:light-dark(oklch(.37 .155 298),oklch(.8 .105 300));
--s7:light-dark(oklch(.31 .125 325),oklch(.87 .085 325));
--float:0 0 0 1px light-dark(oklch(.3 .02 260/.1),oklch(1 0 0/.1)),0 16px 40px light-dark(oklch(.3 .02 260/.14),oklch(0 0 0/.5))}
.s1{--step:var(--s1)}.s2{--step:var(--s2)}.s3{--step:var(--s3)}.s4{--step:var(--s4)}.s5{--step:var(--s5)}.s6{--step:var(--s6)}.s7{--step:var(--s7)}
*{box-sizing:border-box}
html{background:var(--canvas);color:var(--text);font:14px/1.5 ui-sans-serif,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans","PingFang SC","Microsoft YaHei UI","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums;text-autospace:normal;line-break:strict;text-size-adjust:100%;-webkit-font-smoothing:antialiased;scrollbar-color:var(--edge) transparent;accent-color:var(--accent)}
html:lang(zh){line-height:1.65;font-family:ui-sans-serif,-apple-system,"PingFang SC","Microsoft YaHei UI","Noto Sans CJK SC",sans-serif}
body{margin:0;overflow-wrap:anywhere}
h1,h2,h3,p,ul,ol{margin:0;padding:0}ul,ol{list-style:none}
h1{font-size:20px;font-weight:600;line-height:1.4}h2{font-size:14px;font-weight:600}h3{font-size:13px;font-weight:500;color:var(--muted);margin:12px 0 4px}
b{font-weight:600}em{font-style:normal}a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline}
.muted{color:var(--muted);font-size:12px}.mono{font-family:ui-monospace,"SF Mono",Consolas,monospace;font-size:12px}.good{color:var(--good)}.warn{color:var(--warn)}.bad{color:var(--bad)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
[hidden]{display:none!important}
.top{position:sticky;top:0;z-index:3;background:var(--surface);border-bottom:1px solid var(--line)}
.top>div{display:flex;align-items:center;gap:4px 20px;padding:0 20px;min-height:52px}
.brand{font-weight:600;font-size:15px;color:var(--text);white-space:nowrap}.brand:hover{text-decoration:none}
.tabs{display:flex;gap:2px;flex:1;overflow-x:auto;scrollbar-width:none}
.tabs a{padding:0 10px;line-height:52px;color:var(--muted);white-space:nowrap;border-bottom:2px solid transparent;border-top:2px solid transparent}
.tabs a:hover{color:var(--text);text-decoration:none}.tabs a[aria-current]{color:var(--text);font-weight:500;border-bottom-color:var(--accent)}
.tabs sup{font-size:11px;line-height:1;color:var(--warn);font-weight:600;margin-inline-start:3px}
.facts{display:flex;gap:4px 20px;flex-wrap:wrap;padding:8px 20px;color:var(--muted);font-size:12px;border-bottom:1px solid var(--line);background:var(--canvas)}
.facts b{color:var(--text);font-weight:500}.facts .end{margin-inline-start:auto}
.frame{display:grid;grid-template-columns:minmax(0,1fr);align-items:start}
main{padding:20px;min-width:0}
aside{display:none}
@media(min-width:1180px){.frame{grid-template-columns:minmax(0,1fr) 392px}
aside{display:flex;flex-direction:column;position:sticky;top:53px;height:calc(100vh - 53px);border-inline-start:1px solid var(--line);background:var(--surface)}
aside .log-box{display:flex;flex-direction:column;min-height:0;flex:1}aside .panel-box:not(:empty){flex:3;min-height:0;overflow-y:auto;border-bottom:1px solid var(--line)}
aside .panel-box:not(:empty)+.log-box{flex:1}}
.log-box header{display:flex;align-items:center;gap:10px;padding:10px 16px;border-bottom:1px solid var(--line)}.log-box header .muted{flex:1}
.log-box h2 a{color:inherit}
.log{overflow-y:auto;flex:1;padding:4px 0}
.log li{display:grid;grid-template-columns:58px 52px minmax(0,1fr) auto;gap:0 8px;padding:3px 16px;font-size:12px;line-height:20px}
.log li:hover{background:var(--hover)}.log time,.ms{color:var(--muted)}.log .name{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.log em{grid-column:3/-1}
.code{white-space:nowrap;font-weight:500}
.jobs{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(148px,1fr);gap:8px;overflow-x:auto;padding:2px 2px 6px;margin:-2px -2px 14px}
.job{display:flex;flex-direction:column;gap:2px;padding:10px 12px;border:1px solid var(--line);border-radius:6px;background:var(--surface);color:var(--text);min-width:0}
.job b{font-weight:500;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.job span{color:var(--muted);font-size:12px}
.job:hover{background:var(--hover);text-decoration:none}.job[aria-current]{border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
.bar{display:flex;height:4px;border-radius:2px;overflow:hidden;background:var(--sunken);margin-top:6px;gap:1px}.bar i{background:var(--step)}
.head{margin-bottom:14px}.what{display:flex;align-items:baseline;gap:4px 10px;flex-wrap:wrap;margin-bottom:8px}
.row{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:flex-end}
.board{display:grid;grid-auto-flow:column;grid-auto-columns:208px;gap:10px;overflow-x:auto;padding-bottom:12px;scroll-snap-type:x proximity}
.column{scroll-snap-align:start;background:var(--sunken);border-radius:6px;border-top:3px solid var(--step);min-height:180px}
.column h2{display:flex;justify-content:space-between;gap:8px;padding:8px 10px 6px;font-size:13px}.column h2 b{color:var(--muted);font-weight:500}
.column h2 span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.cards{display:flex;flex-direction:column;gap:6px;padding:0 6px 8px}
.card{position:relative;background:var(--surface);border:1px solid var(--line);border-radius:6px}
.card>a{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 8px;padding:7px 34px 7px 10px;color:var(--text);min-height:56px;align-content:center;border-radius:6px}
.card>a:hover{text-decoration:none}.card:hover{background:var(--hover)}.card[data-chosen]{border-color:var(--accent);background:var(--selected)}
.card b{font-weight:500;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.card .muted{line-height:inherit}
.from,.turn{grid-column:1/-1;font-size:12px;color:var(--muted);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.turn::before{content:"";display:inline-block;width:7px;height:7px;border-radius:50%;border:1.5px solid var(--accent);margin-inline-end:6px;vertical-align:1px}
.turn.us::before{background:var(--accent)}.turn.candidate::before{border-color:var(--muted)}.turn.approval::before{border-radius:1px}
.card form{position:absolute;inset:0 0 0 auto}.card form .quiet{height:100%;width:30px;padding:0;border-radius:0 6px 6px 0}
.rest{display:block;text-align:center;font-size:12px;padding:4px}
.box{background:var(--surface);border:1px solid var(--line);border-radius:6px;padding:14px 16px 16px;margin-bottom:14px}
.box>header{display:flex;align-items:center;gap:10px;margin-bottom:10px;flex-wrap:wrap}.box>header h2{margin-inline-end:auto}
.call,.go{display:flex;gap:8px;align-items:flex-end;flex-wrap:wrap}.call.bare{gap:4px;flex-wrap:nowrap}.call.grid{flex-direction:column;align-items:stretch}
.box .call.inline+.call.inline,.box .row+.call.inline,.box .call.inline+.row,.box .list+.call,.box details,.panel .box .call+details,.box p+.call,.box p+.row{margin-top:10px}
.field{display:flex;flex-direction:column;gap:2px;min-width:0;flex:1 1 120px;max-width:320px}.field span,.label{font-size:12px;color:var(--muted)}.label{min-width:80px;align-self:center}
.head .field{flex:none;width:146px}.head .call,.go{flex-wrap:nowrap}.head .row{gap:8px 20px}.head .row>form{flex:none}.go .field:first-of-type{width:190px}
input,select{font:inherit;font-size:13px;color:inherit;background:var(--surface);border:1px solid var(--edge);border-radius:4px;height:32px;padding:0 8px;width:100%;min-width:0}
.switch .field span{display:none}.switch .field{flex:0 0 132px}
button{font:inherit;font-size:13px;height:32px;padding:0 12px;border-radius:4px;border:1px solid var(--edge);background:var(--surface);color:var(--text);cursor:pointer;white-space:nowrap}
button:hover{background:var(--hover)}button.strong{background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-weight:500}button.strong:hover{background:var(--strong)}
button.quiet{border-color:transparent;background:none;color:var(--accent);padding:0 6px}button.quiet:hover{background:var(--hover)}
button[data-armed]{background:var(--bad-soft);border-color:var(--bad);color:var(--bad)}
form[aria-busy] button{opacity:.5}.said{font-size:12px;color:var(--bad);flex-basis:100%}.said:empty{display:none}
.card .said{position:absolute;inset:100% 0 auto auto;z-index:2;background:var(--surface);box-shadow:var(--float);border-radius:4px;padding:6px 10px;width:200px}
.keys{display:flex;flex-wrap:wrap;gap:6px}
.pill{display:inline-block;font-size:12px;line-height:20px;padding:0 8px;border-radius:10px;background:var(--sunken);color:var(--muted);white-space:nowrap}
.pill.good{background:var(--good-soft)}.pill.bad{background:var(--bad-soft)}.pill.warn{background:var(--warn-soft)}.pill.blue{background:var(--blue);color:var(--accent)}
.pill.good{color:var(--good)}.pill.bad{color:var(--bad)}.pill.warn{color:var(--warn)}
.empty{color:var(--muted);font-size:13px;padding:6px 0}.column .empty{padding:6px 4px}.log-box .empty{padding:14px 16px}
.list li{display:flex;align-items:center;justify-content:space-between;gap:6px 12px;padding:6px 0;min-height:40px;border-bottom:1px solid var(--line);flex-wrap:wrap}
.list li:last-child{border-bottom:0}.list li.deep{display:block}.deep>div,.deep>span{display:flex;justify-content:space-between;align-items:center;gap:8px;flex-wrap:wrap}.deep .list{padding-inline-start:12px}
.list li>div:first-child{flex:1 1 260px;min-width:0}.deep .call{margin-top:4px}.deep .list li{border-bottom:0;padding:2px 0}.deep .list .call{margin-top:0}.deep .row{gap:6px}
.list .mono{flex:1}
.figure{font-size:28px;font-weight:500;line-height:1.3;margin-bottom:8px!important}
.wide{overflow-x:auto;margin:0 -16px}table{border-collapse:collapse;width:100%;font-size:13px}th{font-weight:500;color:var(--muted);font-size:12px;text-align:left;white-space:nowrap}
th,td{padding:6px 8px;border-bottom:1px solid var(--line);vertical-align:top}th:first-child,td:first-child{padding-inline-start:16px}th:last-child,td:last-child{padding-inline-end:16px}.wide td{overflow-wrap:normal}.wide .muted,.fit td{overflow-wrap:anywhere}.wide:not(.fit) table{min-width:600px}tr:last-child td{border-bottom:0}.n{text-align:right!important;white-space:nowrap}.row>a{line-height:32px}td:first-child{white-space:nowrap}.fit td:first-child{white-space:normal}
.panel{padding:14px 16px}.panel .box{border:0;border-top:1px solid var(--line);border-radius:0;padding:12px 0;margin:0;background:none}
.who{display:flex;justify-content:space-between;gap:12px;margin-bottom:10px}.who h2{font-size:16px}.shut{font-size:22px;line-height:1;padding:4px 8px;color:var(--muted);align-self:flex-start}
.visits{border-inline-start:2px solid var(--line);margin:8px 0 0 4px;padding-inline-start:12px}.visits li{display:flex;justify-content:space-between;gap:8px;font-size:12px;padding:2px 0;position:relative}
.visits li::before{content:"";position:absolute;inset-inline-start:-17px;top:9px;width:8px;height:8px;border-radius:50%;background:var(--step)}.visits time{color:var(--muted)}
summary{cursor:pointer;font-size:13px;color:var(--muted)}.rowed{border-bottom:1px solid var(--line);padding:8px 0}.rowed:last-child{border-bottom:0}
.rowed summary::before{content:"▸";color:var(--muted);font-size:11px;transition:rotate 140ms}.rowed[open] summary::before{rotate:90deg}.rowed summary::-webkit-details-marker{display:none}.rowed summary{list-style:none;color:var(--text);display:flex;gap:4px 10px;align-items:baseline;flex-wrap:wrap}.rowed[open]{padding-bottom:14px}.rowed[open] summary{margin-bottom:10px}
.rowed summary .muted{flex:1 1 200px}.rowed .call+.call,.rowed .call+.row,.rowed .list+.call{margin-top:10px}
.menu a{display:block;padding:14px 2px;border-bottom:1px solid var(--line);color:var(--text);font-size:15px}
.bottom{display:none}
.toast{position:fixed;inset:auto auto 24px 50%;translate:-50%;z-index:9;background:var(--text);color:var(--canvas);border-radius:6px;padding:8px 16px;font-size:13px;transition:opacity 140ms;opacity:0;pointer-events:none}.toast[data-on]{opacity:1}
.frame:has([data-wide]){grid-template-columns:minmax(0,1fr)}.frame:has([data-wide]) aside{display:none}
@media(max-width:1179px){.panel-box:not(:empty){display:block}aside:has(.panel-box:not(:empty)){display:block;position:fixed;z-index:6;inset:0 0 0 auto;width:min(440px,100vw);overflow-y:auto;background:var(--surface);box-shadow:var(--float)}aside .log-box{display:none}}
@media(max-width:760px){.tabs{display:none}.top>div{padding:0 14px;justify-content:space-between}main{padding:14px 14px 84px}.facts{padding:8px 14px}.facts .end{margin:0}.facts .world{display:none}
.bottom{display:grid;grid-template-columns:repeat(4,1fr);position:fixed;inset:auto 0 0;z-index:5;background:var(--surface);border-top:1px solid var(--line);padding-bottom:env(safe-area-inset-bottom)}
.bottom a{text-align:center;line-height:56px;color:var(--muted);font-size:13px}.bottom sup{line-height:0;color:var(--warn);margin-inline-start:2px}.bottom a[aria-current]{color:var(--accent);font-weight:500;box-shadow:inset 0 2px var(--accent)}
.jobs{grid-auto-columns:168px}.board{grid-auto-columns:78vw;scroll-snap-type:x mandatory}input,select,button{height:40px;font-size:16px}button{font-size:14px}.field{flex-basis:140px;max-width:none}.head .row>form{flex:1 1 100%}.head .row>form:last-child{flex:none}.head .field,.go .field:first-of-type{flex:1 1 100px;width:auto}
aside:has(.panel-box:not(:empty)){inset:0;width:auto}.card form .quiet{width:40px}.card>a{padding-right:44px}.toast{bottom:72px}.go,.head .call{width:100%}.switch .field{flex:1}.switch .call{width:100%}.shut{padding:8px 14px}.visits li::before{top:10px}}
@media(prefers-reduced-motion:reduce){*{transition:none!important}}
`;
