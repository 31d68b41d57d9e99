/** Posts in languages that the study does not analyse: English, Kyrgyz, Uzbek. */
export const otherLanguages: Readonly<Record<"en" | "ky" | "uz", readonly string[]>> = {
  en: [
    "[A new|The first|Another] [support centre|resource room|inclusive class] for children with [autism|disabilities|special needs] has opened [this week|this month|in the region].",
    "[Teachers|Parents|Experts] discussed [school access|assistive technology|teacher training] at [the forum|a round table|a workshop].",
    "[Great|Important|Interesting] news for families. Please [share|read|comment]!",
    "[Our team|The foundation|The university] invites [students|volunteers|schools] to [apply|join|take part].",
  ],
  ky: [
    "[Мектепте|Бала бакчада|Борбордо] өзгөчө балдар үчүн [жаңы класс|сабак|бөлмө] [ачылды|башталды|өттү].",
    "[Мугалимдер|Ата-энелер|Адистер] балдардын [укугун|билимин|ден соолугун] [талкуулашты|айтышты].",
    "Бул [маалымат|жаңылык] ата-энелер үчүн [маанилүү|керектүү|кызыктуу] болду.",
  ],
  uz: [
    "[Maktabda|Bog‘chada|Markazda] alohida ehtiyojli bolalar uchun [yangi sinf|mashg‘ulot|xona] [ochildi|boshlandi].",
    "[O‘qituvchilar|Ota-onalar|Mutaxassislar] bolalarning [huquqi|ta’limi] haqida [gaplashdi|muhokama qildi].",
    "[Мактабда|Боғчада] имконияти чекланган болалар учун [янги синф|машғулот] [очилди|бошланди].",
  ],
};
