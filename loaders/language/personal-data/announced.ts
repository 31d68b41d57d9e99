/** Characters before a number in which a word that announces it is sought. */
const LOOK_BACK = 60;
const STRONG =
  "тел(?:ефон(?:ы|у|а|ом|е|дары|ымыз|ым|ы мен)?)?|тлф|моб|сот(?=\\.)|факс\\p{L}{0,3}|w(?:hats)?app|ватс?ап\\p{L}{0,3}|ва[цт]ц?ап\\p{L}{0,3}|[ву]отсап\\p{L}{0,3}|вайбер\\p{L}{0,2}|viber|tel|phone|fax";
const WEAK =
  "телефон\\p{L}{1,8}|мобильн\\p{L}{1,4}|сотов\\p{L}{1,4}|звон\\p{L}{1,6}|позвон\\p{L}{1,6}|қоңырау\\p{L}{0,8}|хабарлас\\p{L}{0,8}|байланыс\\p{L}{0,6}|номер\\p{L}{0,4}|нөмір\\p{L}{0,6}|приемн\\p{L}{2,3}|приёмн\\p{L}{2,3}|регистратур\\p{L}{1,2}|диспетчер\\p{L}{0,5}|контакт\\p{L}{0,5}|т(?=\\.)|м(?=\\.)|ф(?=\\.)";
const NEXT = "(?: (?:номер\\p{L}{0,3}|нөмір\\p{L}{0,5}|по|на))?";
const SIGN = /[☎📞📱📲]\ufe0f?[^\p{L}\d]{0,5}$/u;
const RIGHT_AFTER = new RegExp(`(?<!\\p{L})(?:${STRONG})${NEXT}[^\\p{L}\\d\\n]{0,5}$`, "iu");
const WEAKLY = new RegExp(`(?<!\\p{L})(?:${WEAK})${NEXT}[^\\p{L}\\d\\n]{0,5}$`, "iu");
const WEAKLY_WITH_COLON = new RegExp(
  `(?<!\\p{L})(?!номер|нөмір|контакт|т\\.|м\\.|ф\\.)(?:${WEAK})${NEXT} ?:[^\\p{L}\\d\\n]{0,3}$`,
  "iu",
);
/** `телефон приёмной: 250-12-34`. */
const A_FEW_WORDS_ON = new RegExp(
  `(?<!\\p{L})(?:${STRONG}|${WEAK})(?:[ .]{1,2}\\p{L}{1,15}){1,3}[ .]?[:–—-][^\\p{L}\\d\\n]{0,3}$`,
  "iu",
);
/** What every word that announces begins with: a look that spares most numbers the rest. */
const ANNOUNCING =
  /(?<!\p{L})(?:тел|тлф|моб|сот|факс|w(?:hats)?app|ва|[ву]от|viber|tel|phone|fax|звон|позвон|қоңырау|хабарлас|байланыс|номер|нөмір|при[её]мн|регистратур|диспетчер|контакт|[тмф]\.)/iu;
/** Between two telephone numbers of a list. */
const LISTED = /^[\s,;/]{1,3}(?:и |мен |или |немесе )?$/u;
/** After a number of things, not of a telephone. */
const QUANTITY =
  /^[ \u00a0]?(?:(?:тенге|теңге|тг|₸|kzt|₽|\$|usd|€|евро|eur|сом|сум|млн|млрд|трлн|тыс|мың|миллион|миллиард|адам|чел|шт|голос|тонн|км|га|м²|кв\.? ?м|детей|бала|семей|отбасы|раз)(?![\p{L}\d])|(?:руб(?:л|\.|$)|доллар|миллион|миллиард|человек|голос[аов]|просмотр|подписчик|экземпляр|тонн|жител|тұрғын|оқушы|ученик|учениц|абонент))/iu;
const LONGEST_QUANTITY = 16;

/** How surely a word before a number says that it is a telephone's. */
export const UNANNOUNCED = 0;
/** By a word that may be said of other numbers. */
export const WEAKLY_ANNOUNCED = 1;
export const ANNOUNCED = 2;

/** How a number that begins at `start` is announced; `before` is where a telephone number ended before it, or -1. */
export function announcement(text: string, start: number, before: number): number {
  if (before !== -1 && start - before <= 12 && LISTED.test(text.slice(before, start))) return ANNOUNCED;
  const back = text.slice(Math.max(0, start - LOOK_BACK), start);
  if (!ANNOUNCING.test(back)) return SIGN.test(back) ? ANNOUNCED : UNANNOUNCED;
  if (RIGHT_AFTER.test(back) || SIGN.test(back) || WEAKLY_WITH_COLON.test(back)) return ANNOUNCED;
  return WEAKLY.test(back) || A_FEW_WORDS_ON.test(back) ? WEAKLY_ANNOUNCED : UNANNOUNCED;
}

/** Whether a currency or a thing that is counted follows. */
export function isQuantity(text: string, end: number): boolean {
  return QUANTITY.test(text.slice(end, end + LONGEST_QUANTITY));
}
