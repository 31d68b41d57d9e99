import { describe, expect, it } from "vitest";
import { redact } from "../../loaders/language/personal-data/redact.ts";

const isPublic = (_platform: string | undefined, account: string) => account === "fund_kz";

describe("mail addresses, accounts and links", () => {
  it.each([
    ["aigul @ mail.ru", "[e-mail]"],
    ["aigul@ mail.ru", "[e-mail]"],
    ["aigul СОБАКА mail.ru", "[e-mail]"],
    ["aigul [at] mail [dot] ru", "[e-mail]"],
    ["aigul собака mail точка ru", "[e-mail]"],
    ["a＠mail.ru", "[e-mail]"],
    ['"john doe"@mail.ru', "[e-mail]"],
    ["aigul at mail.ru", "[e-mail]"],
    ["aigul@mail точка ru", "[e-mail]"],
    ["aigul собака мейл ру", "[e-mail]"],
    ["aigul@мейл.ру", "[e-mail]"],
    ["aigul (собака) mail.ru", "[e-mail]"],
    ["https://mama_kz.t.me", "[link]"],
    ["https://mama-kz.t.me/12", "[link]"],
    ["mama_kz.t.me", "[link]"],
    ["vk.me/mama_kz", "[link]"],
    ["fb.watch/abc12", "[link]"],
    ["taplink.cc/mama", "[link]"],
    ["https://mama.taplink.ws", "[link]"],
    ["linktr.ee/mama", "[link]"],
    ["tg://resolve?domain=mama_kz", "[link]"],
    ["pinterest.com/mama", "[link]"],
    ["https://kz.pinterest.com/mama", "[link]"],
    ["snapchat.com/add/mama", "[link]"],
    ["kaspi.kz/pay/x?phone=77011234567", "[link]"],
    ["https://kaspi.kz/pay/x?a=1&phone=%2B77011234567", "[link]"],
    ["https://x.kz/?mail=aigul%40mail.ru", "[link]"],
    ["https://x.kz/?mail=aigul@mail.ru", "https://x.kz/?mail=[e-mail]"],
    ["wa.me/77011234567", "[link]"],
    ["https://api.whatsapp.com/send?phone=77011234567", "[link]"],
    ["инста mama_kz", "инста [account]"],
    ["instagram: mama_kz", "instagram: [account]"],
    ["телеграм mama_kz", "телеграм [account]"],
    ["мой инстаграм - aigul.beauty", "мой инстаграм - [account]"],
    ["тг: aigulka", "тг: [account]"],
    ["Telegram ник aigulka99", "Telegram ник [account]"],
    ["вк id123456", "вк [account]"],
    ["skype:mama.kz?call", "[link]"],
    ["viber://chat?number=%2B77011234567", "[link]"],
    ["инстаграм instagram.com/mama_kz", "инстаграм [link]"],
    ["＠mama_kz", "[account]"],
    ["https://m.vk.com/id123", "[link]"],
  ])("%s", (text, expected) => {
    expect(redact(text, { isPublic }).text).toBe(expected);
  });

  it.each([
    "собака укусила мальчика",
    "Instagram Reels",
    "Telegram Premium",
    "новый telegram bot",
    "инста @fund_kz",
    "Instagram, Facebook",
    "https://instagram.com",
    "https://t.me",
    "https://edu.kz/87011234567/a",
    "https://edu.kz/news?id=123456789012",
    "https://telegra.ph/x",
    "Пишите в телеграм-канал",
    "Статья: https://www.youtube.com/",
    "5 @ 6, a@b, C#",
    "встретимся в центре at home",
    "ребенок и собака mail",
    "https://tengrinews.kz/kazakhstan_news/x-123/",
    "в whatsapp группе",
    "Telegram: канал",
    "TikTok: video",
    "скачать на play.google.com/store",
  ])("leaves %s", (text) => {
    expect(redact(text, { isPublic }).text).toBe(text);
  });
});
