import { readFileSync } from "node:fs";
import { isNeighbourCyrillic } from "./loaders/language/neighbours.ts";
import { fold } from "./loaders/language/fold.ts";
import { cleanSentences, telegramTexts } from "./tests/language/real-texts.ts";
import { tokenise } from "./loaders/language/tokenise.ts";
const c=new Map<string,number>(); let n=0;
for (const s of [...cleanSentences(),...telegramTexts()]) for (const t of tokenise(s)) if(t.kind==="word"){ n++; const f=fold(t.text); if(/[а-я]/.test(f)&&isNeighbourCyrillic(f)) c.set(f,(c.get(f)??0)+1);}
console.log(n,[...c].reduce((a,x)=>a+x[1],0),[...c].sort((a,b)=>b[1]-a[1]).slice(0,150).map(x=>x.join(":")).join(" "));
