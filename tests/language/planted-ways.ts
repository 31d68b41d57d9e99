import type { PlantedKind } from "./planted.ts";

type Ways = Readonly<Record<PlantedKind, readonly string[]>>;

/**
 * `K` is a Kazakhstan mobile code, `#` any digit, `{iin}`, `{card}`, `{user}`, `{handle}` a value; `/4,4,4/-` after one
 * cuts it into groups with the sign between them. What stands before `|` announces the value and may stay.
 */
export const AUDIT_WAYS: Ways = {
  phone: [
    ...["5000,|8K#######", "1.|8K#######", "8 (71636) #-##-##", "8 71636 # ## ##", "8(71636)#-##-##"],
    ...["8-71636-#-##-##", "тел.: |(727) ###-##-##", "тел. |727 ### ## ##", "вацап |K ### ## ##"],
    ...["тел. |(7172) ##-##-##", "тел |7172-##-##-##", "телефон приёмной: |###-##-##", "8·K·###·##·##"],
    ...["K.###.##.##", "0049 151 1#######", "8 10 998 90 ### ## ##", "+7(K)#######", "ватсап |8K#######"],
  ],
  "e-mail": [
    ...["{user} @ mail.ru", "{user}@ mail.ru", "{user} СОБАКА mail.ru", "{user} [at] mail [dot] ru"],
    ...["{user} собака mail точка ru", "{user}＠mail.ru", '"john doe"@mail.ru'],
  ],
  id: [
    ...["ИИН ребёнка |{iin}", "ЖСН-і |{iin}", "ЖСНім |{iin}", "900101300017,|{iin}", "{iin}/4,4,4/ "],
    ...["{iin}/2,2,2,2,2,2/ ", "паспорт |N########", "N########"],
  ],
  account: ["инста |{handle}", "instagram |{handle}", "телеграм |{handle}"],
  link: [
    ...[
      "https://{handle}.t.me",
      "vk.me/{handle}",
      "fb.watch/{handle}",
      "taplink.cc/{handle}",
      "linktr.ee/{handle}",
    ],
    ...["tg://resolve?domain={handle}", "pinterest.com/{handle}", "snapchat.com/add/{handle}"],
    ...["kaspi.kz/pay/x?phone=7K#######", "wa.me/7K#######"],
  ],
  card: ["4400430123456789,|{card}", "{card}/4,4,4,4/.", "{card}/4,12/ "],
  address: [
    ...[
      "ул. Кабанбай батыра, 12/1, кв. 5",
      "ул. Кенесары хана 54/1 кв 12",
      "12 микрорайон, дом 5, квартира 7",
    ],
    ...["12 мкр, 5 дом, кв 7", "12 ықшамаудан, 5 үй, 7 пәтер", "Абай к., 12 үй, 5 пәтер"],
    ...["ул. Абая, 12, подъезд 2, этаж 3, кв. 5"],
  ],
};

export const LATER_WAYS: Ways = {
  phone: [
    ...["8 K-###-##-##", "+7/K/###-##-##", "(8-7272) ##-##-##", "8 /727/ 2##-##-##", "8-(K)-###-##-##"],
    ...["тел.|##-##-##", "K-###-####", "8–K–###–##–##", "+7 (K)###.##.##", "8 K. ###. ##. ##"],
    ...["Тел./WhatsApp: |K #######", "номер |8K###-##-##", "сот.: |K ### ## ##", "8 (727) 2##-##-##"],
    ...["00 7 K ### ## ##", "007K#######", "+7-(K)-###-##-##", "8.K.#######", "＋7 K ### ## ##"],
    ...["8 K ## ## ###", "8 K # ## ## ##", "8K ### ####", "tel:|+7K#######", "восемь |K ### ## ##"],
    ...["плюс 7 |K ### ## ##", "8 семьсот один ### ## ##", "8 K ### ##-##", "8 [K] ###-##-##"],
    ...["Хабарласу үшін: |8-K-#######", "байланыс: |K-###-##-##", "приёмная |8(7182)##-##-##"],
  ],
  "e-mail": [
    ...[
      "{user}(собака)mail.ru",
      "{user}[собака]gmail.com",
      "{user} @ gmail . com",
      "{user} at gmail dot com",
    ],
    ...[
      "{user}@gmail,com",
      "{user}@mail. ru",
      "{user}@mail .ru",
      "{user} собака yandex.kz",
      "{user}{at}mail.ru",
    ],
    ...[
      "mailto:|{user}@mail.ru",
      "{user}<at>mail.ru",
      "почта@школа.қаз",
      "{user}(a)mail.ru",
      "{user} на mail.ru",
    ],
  ],
  id: [
    ...["ИИН:|{iin}", "ИИН № |{iin}", "иин ребёнка - |{iin}/6,3,3/ ", "{iin}/6,6/-", "{iin}/3,3,3,3/ "],
    ...["IIN |{iin}/6,1,5/ ", "ИИН |{iin}/6,6//", "паспорт № |N########", "удостоверение № |0########"],
    ...["уд.лич. |0########", "жеке куәлігі |0########", "уд. личности номер |0########"],
  ],
  account: [
    ...["инста: |{handle}", "inst |{handle}", "Telegram: |{handle}", "тг |{handle}", "insta - |{handle}"],
    ...["в инсте |{handle}", "мой ник |{handle}", "ig: |{handle}", "tiktok |{handle}", "@ |{handle}"],
    ...["страница |{handle}", "профиль |{handle}", "вк: |{handle}", "снэпчат |{handle}", "inst:|{handle}"],
  ],
  link: [
    ...[
      "https://vk.com/@{handle}",
      "m.vk.com/id1######",
      "vk.com/wall1####_##",
      "https://youtube.com/@{handle}",
    ],
    ...["t.me/+{handle}", "https://t.me/joinchat/{handle}", "https://chat.whatsapp.com/{handle}"],
    ...["https://www.threads.net/@{handle}", "https://ok.ru/group/1######", "https://lnkd.in/{handle}"],
    ...["https://instagram.com/p/{handle}", "https://my.mail.ru/mail/{handle}", "https://wa.me/qr/{handle}"],
    ...[
      "https://mssg.me/{handle}",
      "https://wa.link/{handle}",
      "https://wa.clck.bz/7K#######",
      "tg:resolve?domain={handle}",
    ],
  ],
  card: [
    ...["{card}/4,4,4,4/_", "{card}/4,4,4,4//", "{card}/4,4,8/ ", "{card}/8,4,4/ ", "{card}/4,4,4,4/·"],
    ...["{card}/1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1/ ", "карта:|{card}", "{card}/4,2,6,4/ "],
  ],
  address: [
    ...[
      "ул.Абая 12 кв.5",
      "ул. Толе би, 45, кв. 12",
      "мкр Аксай-4 д 12 кв 5",
      "ул Жандосова, дом №12, квартира №5",
    ],
    ...["проспект Назарбаева д.12 кв.5", "Назарбаев даңғылы, 12-үй, 5-пәтер", "Мәңгілік Ел 12, кв 5"],
    ...["Самал-2 мкр. 33-12", "12-й мкр, дом 5, кв. 7", "Қабанбай батыр көшесі, 12 үй, 5-пәтер"],
    ...[
      "кв. 5, дом 12, ул. Абая",
      "Абай көшесі 12 үйдің 5 пәтері",
      "ул. Абая д.12 к.2 кв.5",
      "ул. Абая, 12 А, кв 5",
    ],
    ...["Абай атындағы көше, 12 үй, 5 пәтер", "ул. 8 Марта 12, кв. 5", "пр-т Республики, 12, кв.5"],
    ...["пер. Школьный 4, кв. 2", "жилой массив Думан-2, дом 12, кв 5", "2 мкрн 12 дом 5 квартира"],
  ],
};
