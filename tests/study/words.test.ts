import { beforeAll, expect, test } from "vitest";
import { genderAnnotator } from "../../loaders/annotate/gender.ts";
import { PatternSet } from "../../loaders/annotate/patterns.ts";
import { placeAnnotator } from "../../loaders/annotate/places.ts";
import { compile } from "../../loaders/query/compile.ts";
import { loadStudy } from "../../loaders/study/load.ts";

let places: (text: string) => string[];
let gender: (text: string) => string;

beforeAll(async () => {
  const study = await loadStudy("data");
  const placeSet = new PatternSet();
  const annotatePlaces = placeAnnotator(study.regions, [], placeSet);
  const placeMatcher = compile(placeSet.patterns);
  places = (text) => annotatePlaces({ title: [], text: placeMatcher.matchText(text) }, "").places;
  const genderSet = new PatternSet();
  const annotateGender = genderAnnotator(study.gender, genderSet);
  const genderMatcher = compile(genderSet.patterns);
  gender = (text) => annotateGender({ title: [], text: genderMatcher.matchText(text) });
});

test.each([
  ["Пособие для семей с детьми", []],
  ["В Семее открыли кабинет", ["KZ-10"]],
  ["Семейде жаңа орталық ашылды", ["KZ-10"]],
  ["Былтырғы жылмен салыстырғанда қарағанда көп", []],
  ["Қарағандыда мектеп ашылды", ["KZ-35"]],
  ["Сенімді ақтау керек", []],
  ["Ақтау қаласында", ["KZ-47"]],
  ["Он орал на ребёнка", []],
  ["Орал қаласының мұғалімі", ["KZ-27"]],
  ["Уральский хребет", []],
  ["Таразы белгісі", []],
  ["Тараздағы мектеп", ["KZ-31"]],
  ["Францияның астанасы", []],
  ["Астанада және Алматыда", ["KZ-71", "KZ-75"]],
  ["Нур-Султанский акимат", ["KZ-71"]],
  ["на улице Абая, возле памятника Сатпаеву", []],
  ["в области Абай", ["KZ-10"]],
  ["в Алматинской области", ["KZ-19"]],
  ["алматинские школы", ["KZ-75"]],
  ["Жетысуский район", ["KZ-75"]],
  ["область Жетісу", ["KZ-33"]],
  ["в Западно-Казахстанской области", ["KZ-27"]],
  ["Балхашский район", ["KZ-19"]],
])("places in %j: %j", (text, regions) => {
  expect(places(text)).toEqual(regions);
});

test.each([
  ["мальчика не взяли в класс", "boys"],
  ["ДЕВОЧКИ и мальчики", "both"],
  ["сыну десять лет", "boys"],
  ["менің ұлым мектепке барды", "boys"],
  ["қызының мұғалімі", "girls"],
  ["ұлттық тестілеу, Ұлы Отан соғысы", "none"],
  ["қызмет қызық, қызыл, қызу", "none"],
  ["жаңа сын-қатерлер", "none"],
  ["дочерняя компания", "none"],
  ["юношеская сборная", "none"],
  ["ученики, дети, балалар, оқушылар, женщины, ер адам", "none"],
])("children named in %j: %s", (text, named) => {
  expect(gender(text)).toBe(named);
});
