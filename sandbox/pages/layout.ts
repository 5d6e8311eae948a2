import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const STYLE = `
:root{color-scheme:light dark;--bg:#f5f6f8;--card:#fff;--ink:#1f2329;--dim:#646a73;--line:#dee0e3;--blue:#245bdb;--hover:#f0f4ff}
@media(prefers-color-scheme:dark){:root{--bg:#17181a;--card:#212325;--ink:#ebebeb;--dim:#a6a9ad;--line:#3a3c40;--blue:#7ea6ff;--hover:#2a3346}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
main{max-width:920px;margin:0 auto;padding:40px 20px 64px}
h1{font-size:22px;line-height:1.4;margin:0 0 4px}
h2{font-size:14px;margin:28px 0 10px;color:var(--dim);font-weight:600}
h2 small{font-weight:400}
p{margin:0 0 16px;color:var(--dim)}
a{color:var(--blue)}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:8px;list-style:none;margin:0;padding:0}
.person{display:flex;gap:12px;align-items:center;padding:10px 12px;border:1px solid var(--line);border-radius:8px;background:var(--card);color:inherit;text-decoration:none;min-height:60px}
.person:hover,.person:focus-visible{background:var(--hover);border-color:var(--blue);outline:none}
.person img{width:36px;height:36px;border-radius:50%;flex:none}
.person b{display:block;font-weight:600;line-height:1.4}
.person span span{display:block;color:var(--dim);font-size:12px;line-height:1.5}
.person em{display:inline-block;margin-top:4px;padding:0 8px;border-radius:10px;background:var(--hover);color:var(--blue);font-size:12px;font-style:normal;line-height:20px}
input[type=search]{width:100%;padding:10px 14px;font:inherit;color:inherit;border:1px solid var(--line);border-radius:8px;background:var(--card)}
.bar{display:flex;gap:16px;align-items:center;margin:20px 0 0}
.bar input{flex:1}
table{border-collapse:collapse;width:100%;background:var(--card);border:1px solid var(--line);border-radius:8px}
td,th{white-space:nowrap;padding:8px 12px;text-align:left;border-bottom:1px solid var(--line);font-variant-numeric:tabular-nums}
td.n,th.n{text-align:right}
tr:last-child td{border-bottom:0}
code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:13px}
[hidden]{display:none!important}`;

/** A page of the sandbox: no framework, both colour schemes, no request but its own. */
export function page(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${raw(STYLE)}</style>
</head>
<body><main>${body}</main></body>
</html>`;
}
