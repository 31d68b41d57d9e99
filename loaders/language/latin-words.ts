import { words } from "./word-list.ts";

/** Common Kazakh words in the Latin alphabets of 2018 and 2021 and typed without marks, folded; none that is English too. */
export const KAZAKH_LATIN_WORDS = words(`
  jáne žäne jane zhane üshin úshin ushin üşin bul ol osy joq žoq zhoq emes dep edi eken bolyp boldy
  bolady bolğan bolǵan bolgan kerek týraly turaly tūraly deiin deyin keiin keyin boiynsha boıynsha boiynşa jyly žyly
  jańa jaña barlyq qazaq qazaqstan qazaqstannyń qazaqstanda qazir balalar bala mektep mektebi bilim beru berý birge
  aıtty aitty dedi deıdi deidi retinde arasynda osydan onyń onyñ onyn olar biz siz sondaı sondai árbir ärbir
`);
