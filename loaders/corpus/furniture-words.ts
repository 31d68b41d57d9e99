/**
 * Words of class names and ids, in English and as sites in Russian spell them in Latin, of what is no article.
 * They name it loosely: `ads` may be the class of a page with them.
 */
export const LOOSE_CLASSES = new Set(
  (
    "ad ads adv advert adverts advertisement advertising adsbygoogle sponsor sponsored reklama promo banner banners " +
    "breadcrumb breadcrumbs menu nav navbar navigation navi topbar toolbar pagination pager paginator " +
    "related recommend recommended recommendation recommendations similar readalso popular trending " +
    "share sharing shares social socials sharedaddy addtoany likes rating tags taglist hashtags " +
    "subscribe subscription subscriptions newsletter overlay login"
  ).split(" "),
);

/** Words that name it strictly, readers' comments among it. */
export const STRICT_CLASSES = new Set(
  "footer copyright sidebar cookie cookies gdpr consent popup modal comment comments commentlist respond disqus kommentarii kommentariy otzyvy pikirler hypercomments cackle".split(
    " ",
  ),
);

/** Beginnings of lines, lower case, that name what stands below or beside: other articles, buttons. */
const LABELS = [
  "читайте также|читайте еще|читать также|читайте по теме|смотрите также|материалы по теме|новости по теме|по теме",
  "похожие|другие новости|другие материалы|еще новости|последние новости|новости партнеров|рекомендуем|популярн|самое читаемое|свежие записи",
  "поделиться|поделитесь|подписаться|подпишитесь|подписывайтесь|следите за нами|версия для печати|отправить другу|нашли ошибку|теги:|метки:|рубрика:|просмотров|просмотры",
  "тағы оқыңыз|тағы да оқыңыз|сондай-ақ оқыңыз|оқи отырыңыз|ұқсас|тақырып бойынша|соңғы жаңалықтар|бөлісу|бөлісіңіз|жазылыңыз|тегтер:|қаралым|өзге де жаңалықтар|басқа жаңалықтар",
  "taǵy oqyńyz|sondaı-aq oqyńyz|uqsas|taqyryp boıynsha|sońǵy jańalyqtar|bólisý|tegter:|qaralym",
  "read also|read more|see also|related|more stories|most read|popular|latest news|recommended|share this|share on|share:|share article|follow us|subscribe|tags:|filed under|you may also|print this",
];
/** Lines, whole but for a number, that open readers' words. */
const COMMENT_LABELS = [
  "комментари[ийяев]{1,2}|мнени[ея] читателей|отзывы|обсуждение|комментировать|(?:оставить|добавить) (?:комментарий|отзыв)",
  "(?:оқырман\\p{L}* )?пікір(?:лер(?:і)?)?|пікір (?:қалдыру|жазу|қосу)|pikir(?:ler(?:i)?)?|pikir qaldyrý",
  "comments?|leave a (?:comment|reply)|discussion|join the conversation",
];
/** Longest label, characters. */
const MAX_LABEL = 60;

const label = new RegExp(`^(?:${LABELS.join("|")})`, "iu");
const commentLabel = new RegExp(
  `^(?:\\d+ )?(?:${COMMENT_LABELS.join("|")})\\s?(?:[(:]?\\s?\\d+\\)?)?\\s?:?$`,
  "iu",
);
/** True where a line is a label such as "Читайте также:". */
export function isLabel(text: string): boolean {
  return text.length <= MAX_LABEL && label.test(text) && !/[.!?…]$/u.test(text);
}

/** True where a line opens readers' comments. */
export function isCommentLabel(text: string): boolean {
  return text.length <= MAX_LABEL && commentLabel.test(text);
}
