import { isIdentificationNumber } from "./identification-number.ts";

/** `+7 701…` and `8701…` of Kazakhstan, whole and after a sign; as part of a longer number it is none. */
const PHONE = /(?<![\d.])(?:\+|%2B|00)?[78](?:7[024567]\d|9\d\d)\d{7}(?!\d)/iu;
const MAIL = /[\w.+-]{1,64}(?:@|%40)[\w-]{1,63}\.[a-z]{2}/iu;
const TWELVE = /(?<!\d)\d{12}(?!\d)/gu;

/** Whether the query or fragment of a link holds a telephone number, a mail address or an identification number. */
export function holdsValue(query: string): boolean {
  if (query === "") return false;
  if (PHONE.test(query) || MAIL.test(query)) return true;
  return (query.match(TWELVE) ?? []).some(isIdentificationNumber);
}
