import { describe, expect, it } from "vitest";
import { redact } from "../../loaders/language/personal-data/redact.ts";

const isPublic = (_platform: string | undefined, account: string) => account === "fund_kz";

describe("home addresses", () => {
  it.each([
    ["ул. Кабанбай батыра, 12/1, кв. 5", "[address]"],
    ["ул. Кенесары хана 54/1 кв 12", "[address]"],
    ["12 микрорайон, дом 5, квартира 7", "[address]"],
    ["12 мкр, 5 дом, кв 7", "[address]"],
    ["12 ықшамаудан, 5 үй, 7 пәтер", "[address]"],
    ["Абай к., 12 үй, 5 пәтер", "[address]"],
    ["ул. Абая, 12, подъезд 2, этаж 3, кв. 5", "[address]"],
    ["ул. Абая, 12, кв. 5", "[address]"],
    ["живём: ул. Абая, д. 12, кв. 5.", "живём: [address]."],
    ["Абая, д. 12, кв. 5", "[address]"],
    ["Абая 12, кв 5", "[address]"],
    ["дом 12, кв. 5", "[address]"],
    ["5-й микрорайон 12-45", "[address]"],
    ["мкр 5, дом 12, кв 45", "[address]"],
    ["УЛ. АБАЯ, Д. 12, КВ. 5", "[address]"],
    ["Достық даңғылы 132, 14-пәтерде", "[address]"],
    ["Сатпаева ул. 30, кв 4", "[address]"],
    ["кв. 5, дом 12, ул. Абая", "[address]"],
    ["ул. Абая д.12 к.2 кв.5", "[address]"],
    ["Самал-2 мкр. 33-12", "[address]"],
    ["ул Жандосова, дом №12, квартира №5", "[address]"],
    ["Абай атындағы көше, 12 үй, 5 пәтер", "[address]"],
    ["https://x.kz/b/59806 12 микрорайон, дом 5, квартира 7", "https://x.kz/b/59806 [address]"],
  ])("%s", (text, expected) => {
    expect(redact(text, { isPublic }).text).toBe(expected);
  });

  it.each([
    "ул. Абая 10-12 домов",
    "ул. Абая, 10-20 августа",
    "ЖК Асыл Тау, блок 3, кв 45",
    "ул. Абая 12, 50 кв. м",
    "улица Абая, 10, вход со двора",
    "площадь 12 кв. 5 м",
    "Площадь 12 кв",
    "в 2 комнатной кв. 50",
  ])("leaves %s", (text) => {
    expect(redact(text, { isPublic }).text).toBe(text);
  });
});
