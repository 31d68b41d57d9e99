import type { AnnotationStudy } from "../../loaders/annotate/post-annotator.ts";
import type { Region } from "../../loaders/study/places.ts";

function region(id: string, type: Region["type"], patterns: string[]): Region {
  return { id, name: { en: id }, type, mapUnit: id, population: [], populationSource: "made", patterns };
}

/** A small study made for tests, in the words of no other. */
export const study: AnnotationStudy = {
  topics: [
    { id: "school", title: { en: "School" }, query: { ru: "школ*", kk: "мектеп* OR мектеб*" } },
    { id: "autism", title: { en: "Autism" }, query: { ru: 'аутиз* OR "расстройств* аутистическ* спектр*"' } },
  ],
  barriers: [{ id: "ramp", title: { en: "No ramp" }, query: { ru: '"нет пандус*"', kk: '"пандус жоқ"' } }],
  programmes: [{ id: "road", title: { en: "Road map" }, query: { ru: '"дорожн* карт*"' } }],
  disabilities: [{ id: "hearing", title: { en: "Hearing" }, query: { ru: "глух* OR слабослыш*" } }],
  gender: {
    boys: {
      words: { ru: ["мальчик*", "сын*"], kk: ["ұл*", "ер бала*"] },
      except: { ru: ["сынок отечества"], kk: ["ұлт*", "ұлы", "сынып*", "сында*"] },
    },
    girls: {
      words: { ru: ["девоч*", "доч*"], kk: ["қыз*", "қыз бала*"] },
      except: { ru: ["дочерн*"], kk: ["қызмет*", "қызық*"] },
    },
  },
  regions: [
    region("KZ-75", "city", ["алматы*", "алматин*"]),
    region("KZ-19", "region", ["алматинск* област*", "алматы облыс*", "талдыкорган*"]),
    region("KZ-71", "city", ["астан*", "нур-султан*"]),
    region("KZ-10", "region", ["абайск* област*", "абай облыс*", "семей*"]),
  ],
  organisations: [
    { id: "org-abai", name: { en: "Abai" }, type: "authority", region: "KZ-10", accounts: {} },
    { id: "org-all", name: { en: "Ministry" }, type: "authority", accounts: {} },
  ],
};
