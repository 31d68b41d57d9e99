import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { identifyLanguage } from "../../loaders/language/identify.ts";
import { agreement, languageAccuracy } from "./measure.ts";

describe("identifyLanguage", () => {
  it.each([
    ["Мектептегі балалар үшін жаңа жағдай жасалды.", "kk", "cyrillic"],
    ["Балалар мектепке барып, сабак окып отыр екен", "kk", "cyrillic"],
    ["Дети пошли в школу, и это хорошо.", "ru", "cyrillic"],
    ["Школа", "ru", "cyrillic"],
    ["#ИнклюзивноеОбразование", "ru", "cyrillic"],
    ["Qazaqstanda jańa mektepter salynyp jatyr, bul balalar úshin mańyzdy.", "kk", "latin"],
    ["Qazaqstanda jaña mektepter salynyp jatyr, būl balalar üşin mañyzdy.", "kk", "latin"],
    ["The school has new rooms for children with disabilities.", "other", "latin"],
    ["Okulda engelli çocuklar için yeni sınıflar açıldı ve bu çok önemli.", "other", "latin"],
    ["Maktabda bolalar uchun yangi sharoitlar yaratildi va bu juda muhim.", "other", "latin"],
    ["Діти з інвалідністю мають право навчатися у звичайній школі, це дуже важливо.", "other", "cyrillic"],
    ["Мектепте балдар үчүн жаңы шарттар түзүлүп, алар чогуу окуп жатышат.", "other", "cyrillic"],
    ["Мәктәптә балалар өчен яңа шартлар тудырылды, җиңел түгел, җавап җыелды.", "other", "cyrillic"],
    ["学校里的孩子们", "other", "none"],
    ["12345 👍 https://t.me/kanal @user", "none", "none"],
    ["", "none", "none"],
    [
      "Балалар үшін жаңа мектеп ашылды деп айтты. Это очень хорошо для всех детей, которые живут в нашем районе.",
      "mixed",
      "cyrillic",
    ],
    ["Мектептегі балалар үшін: new classroom equipment for everyone", "kk", "mixed"],
  ])("%s", (text, language, script) => {
    expect(identifyLanguage(text)).toEqual({ language, script });
  });
});

describe.skipIf(!existsSync("../shared/data"))(
  "on real text (skipped where ../shared/data is absent)",
  () => {
    it("calls sentences, snippets and articles by their language", () => {
      const found = new Map(languageAccuracy().map(({ source, accuracy }) => [source, accuracy]));
      expect(found.get("kk KTB test")).toBeGreaterThan(0.99);
      expect(found.get("kk KTB test, snippets")).toBeGreaterThan(0.975);
      expect(found.get("ru GSD dev")).toBeGreaterThan(0.99);
      expect(found.get("ru GSD dev, snippets")).toBeGreaterThan(0.975);
      expect(found.get("ru Taiga dev, snippets")).toBeGreaterThan(0.975);
      // A few dozen of Taiga's sentences are emoji and signs alone: no language.
      expect(found.get("ru Taiga dev")).toBeGreaterThan(0.96);
      expect(found.get("kk KazNERD")).toBeGreaterThan(0.99);
      expect(found.get("kk Latin articles")).toBeGreaterThan(0.99);
      expect(found.get("kk Latin lines")).toBeGreaterThan(0.95);
    });

    it("agrees with the treebanks on what is a word", () => {
      for (const { treebank, f1 } of agreement()) {
        expect(f1, treebank).toBeGreaterThan(treebank.startsWith("kk") ? 0.97 : 0.965);
      }
    });
  },
);
