import { Html } from './html'

/** The colours and steps of the product, so that the stand-ins' pages look like one house. */
export const style = new Html(`
:root{--blue:#0b5cab;--blue-tint:#eaf2fa;--ink:#1f2329;--grey:#5c6470;--line:#e3e6ea;--ground:#f6f7f9;
  --green:#1e7b34;--green-tint:#e9f5ec;--amber:#8a5a00;--amber-tint:#fff5e0;--red:#b3261e;--red-tint:#fcedec}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.5 system-ui,"Noto Sans SC","Noto Sans CJK SC",sans-serif}
header{background:#fff;border-bottom:1px solid var(--line)}
header>div,main{max-width:1120px;margin:0 auto;padding:12px 16px}
header>div{display:flex;flex-wrap:wrap;gap:4px 20px;align-items:center}
header b{font-size:18px;margin-right:auto}
header a{padding:9px 0}
header a[aria-current]{color:var(--ink);font-weight:600;text-decoration:none;box-shadow:inset 0 -2px var(--blue)}
main{padding-bottom:48px}
h1{font-size:22px;line-height:1.4;margin:12px 0 4px}
h2{font-size:17px;margin:0 0 8px}
p{margin:0 0 8px;overflow-wrap:anywhere}
a{color:var(--blue)}
.caption{font-size:14px;color:var(--grey)}
.card{background:#fff;border:1px solid var(--line);border-radius:8px;padding:16px;margin:12px 0}
.card.red{border-color:var(--red);background:var(--red-tint)}
.card.green{border-color:var(--green);background:var(--green-tint)}
.tag{display:inline-block;white-space:nowrap;font-size:14px;font-weight:600;padding:1px 8px;border-radius:4px;color:var(--grey);background:#eef0f3}
.tag.ok{color:var(--green);background:var(--green-tint)}
.tag.ask{color:var(--amber);background:var(--amber-tint)}
.tag.no{color:var(--red);background:var(--red-tint)}
.tag.info{color:var(--blue);background:var(--blue-tint)}
button,.button{display:inline-flex;align-items:center;justify-content:center;min-height:48px;padding:8px 20px;border-radius:8px;
  border:1px solid var(--blue);background:#fff;color:var(--blue);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
button.main{background:var(--blue);color:#fff}
button.danger{border-color:var(--red);color:var(--red)}
button.choice{display:block;width:100%;text-align:left;background:#fff;border-color:var(--line);color:var(--ink);margin:0 0 8px;font-weight:400}
button.choice:hover{border-color:var(--blue)}
:focus-visible{outline:3px solid var(--amber);outline-offset:2px}
label{display:block;font-weight:600;margin-top:12px}
label.pick{display:flex;gap:8px;align-items:center;font-weight:400;min-height:44px;margin:0}
label.pick input{width:22px;height:22px;min-height:0;flex:none}
input,select,textarea{width:100%;min-height:48px;padding:8px 12px;border:1px solid #8a9099;border-radius:8px;font:inherit;background:#fff;color:var(--ink)}
textarea{min-height:80px}
input[type=number]{max-width:160px}
.actions{display:flex;flex-wrap:wrap;gap:12px;margin-top:12px}
dl{margin:0;display:grid;grid-template-columns:minmax(7em,auto) 1fr;gap:0 16px}
dt,dd{margin:0;padding:6px 0;border-top:1px solid var(--line)}
dt{color:var(--grey)}
dd{overflow-wrap:anywhere}
dl>dt:first-of-type,dl>dt:first-of-type+dd{border-top:0}
.rows{list-style:none;margin:0;padding:0}
.rows>li{padding:10px 0;border-top:1px solid var(--line)}
.rows>li:first-child{border-top:0}
.line{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:center}
.line .end{margin-left:auto}
details>summary{cursor:pointer;min-height:44px;display:flex;align-items:center;color:var(--blue);font-weight:600}
summary::before{content:'+';width:1.2em}
details[open]>summary::before{content:'−'}
fieldset{border:0;padding:0;margin:12px 0 0}
legend{font-weight:600;padding:0}
fieldset select+select,fieldset select+input{margin-top:8px}
h3{font-size:17px;margin:0 0 4px}
.paper{border-top:1px solid var(--line);padding:12px 0 4px}
.pages{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(220px,1fr));gap:12px}
.pages img{display:block;width:100%;max-height:360px;object-fit:contain;background:var(--ground);border:1px solid var(--line);border-radius:4px}
.pages .absent{padding:48px 0;text-align:center;background:var(--ground);border-radius:4px}
.pages select+input,.paper details select+input{margin-top:8px}
@media(min-width:900px){.two{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:16px;align-items:start}.two>.first{order:1}}
@media(max-width:520px){button,.button{width:100%}dl{grid-template-columns:1fr}dd{border-top:0;padding-top:0}dt{padding-bottom:0}}
`)
