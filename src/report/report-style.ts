/** Style of the HTML report. Colours, sizes and spacing are those of the web page; fonts are the reader's own, so that the file needs nothing beside it. */
export const REPORT_STYLE = `
:root{--bg:#F6F5F1;--panel:#FFF;--ink:#1D2326;--muted:#586167;--line:#DBDAD3;--wait:#D3D3CC;--work:#7FA9AB;--accent:#0F5C60}
@media (prefers-color-scheme:dark){:root{--bg:#131719;--panel:#1A1F22;--ink:#E8EBE9;--muted:#A2ACAF;--line:#2D3539;--wait:#343C40;--work:#3E6F70;--accent:#74C8C6}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:16px/24px "IBM Plex Sans",system-ui,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1280px;margin:0 auto;padding:40px}
h1{font-size:32px;line-height:40px;font-weight:600;margin:0 0 8px;overflow-wrap:anywhere}
h2{font-size:18px;line-height:24px;font-weight:600;margin:0 0 12px}
.lead{color:var(--muted);margin:0 0 24px}
section .lead{font-size:14px;line-height:20px;margin:0 0 12px;overflow-wrap:anywhere}
section{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:24px;margin:0 0 24px}
table{border-collapse:collapse;width:100%;font-size:14px;line-height:20px}
th{font-weight:500;color:var(--muted);text-align:right;padding:0 0 8px 16px;border-bottom:1px solid var(--line)}
td{text-align:right;padding:6px 0 6px 16px;border-bottom:1px solid var(--line)}
tr:last-child td{border-bottom:0}
th.number,td.number{width:24px;padding-left:0;text-align:right;color:var(--muted)}
th.name,td.name{text-align:left}
.key{display:flex;flex-wrap:wrap;gap:8px 24px;margin:0 0 12px;font-size:14px;line-height:20px;color:var(--muted)}
.key span{display:flex;align-items:center;gap:8px}
.key i{width:24px;height:12px;border-radius:2px}
.key .critical{height:16px}
i.wait{background:var(--wait)}i.work{background:var(--work)}i.critical{background:var(--accent)}
.stage{font-size:14px;line-height:20px;font-weight:500;margin:12px 0 2px;padding-top:8px;border-top:1px solid var(--line)}
.row{display:grid;grid-template-columns:96px 1fr;gap:16px;align-items:center}
.label{font-size:13px;line-height:18px;color:var(--muted);white-space:nowrap}
svg{display:block;overflow:visible}
rect{stroke-width:1}
rect.wait{fill:var(--wait);stroke:var(--wait)}rect.work{fill:var(--work);stroke:var(--work)}rect.critical{fill:var(--accent);stroke:var(--accent)}
text{fill:var(--muted);font-size:13px}
@media (max-width:719px){
main{padding:16px}
h1{font-size:26px;line-height:32px}
section{padding:16px}
.row{grid-template-columns:64px 1fr;gap:8px}
thead{display:none}
tr{display:grid;grid-template-columns:24px repeat(3,1fr);gap:0 8px;padding:8px 0;border-bottom:1px solid var(--line)}
tr:last-child{border-bottom:0}
td{border:0;padding:0;text-align:left}
td.number{text-align:left}
td.name{grid-column:2/-1;font-weight:500}
td[data-head]:nth-child(3){grid-column:2}
td[data-head="Attempts"],td[data-head="Tokens written"]{grid-column:2}
td[data-head]::before{content:attr(data-head);display:block;font-size:13px;line-height:18px;color:var(--muted)}
}
`;
