/** Pages made around real articles, in layouts of different markup, with what stands around a text on real sites. */

export interface PageArticle {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** As the site writes it: `17:36, 30 Qańtar 2026`. */
  readonly date: string;
  readonly address: string;
  /** Other articles' titles, for menus and related links. */
  readonly others: readonly string[];
  /** What readers wrote. */
  readonly comments: readonly string[];
}

export type Layout = (article: PageArticle) => string;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const links = (titles: readonly string[], each: (link: string, index: number) => string): string =>
  titles.map((title, index) => each(`<a href="/news/${index}">${escaped(title)}</a>`, index)).join("\n");
const paragraphs = (article: PageArticle, each: (text: string, index: number) => string): string =>
  article.paragraphs.map((text, index) => each(escaped(text), index)).join("\n");

const SECTIONS = [
  "Басты бет",
  "Саясат",
  "Қоғам",
  "Экономика",
  "Спорт",
  "Мәдениет",
  "Видео",
  "Фото",
  "Байланыс",
];
const COOKIES =
  "Біз сайттың жұмысын жақсарту үшін cookie файлдарын пайдаланамыз. Сайтты пайдалануды жалғастыра отырып, сіз олардың қолданылуына келісесіз.";
const BANNER =
  "Оформите подписку на наш канал и получайте самые важные новости дня первыми: быстро, бесплатно и без рекламы!";
const IMPRINT =
  "© 2010-2026 Все права защищены. При использовании материалов гиперссылка обязательна. Свидетельство о постановке на учёт № 12345, выдано Комитетом информации. Редакция не несёт ответственности за мнения авторов.";

/** `<main>`, `<article>`, `<nav>`, `<aside>`, `<time>`, Open Graph. */
export const semantic: Layout = (article) => `<!DOCTYPE html>
<html lang="kk"><head><meta charset="utf-8"><title>${escaped(article.title)} | Site</title>
<meta property="og:title" content="${escaped(article.title)}"><meta property="og:type" content="article"></head>
<body><header><a href="/">Site</a><nav><ul>${links(SECTIONS, (link) => `<li>${link}</li>`)}</ul></nav></header>
<div role="dialog" aria-label="cookies"><p>${COOKIES}</p><button>OK</button></div>
<main><article><header><h1>${escaped(article.title)}</h1><p><time>${article.date}</time> · <span>1 204 қаралым</span></p></header>
<figure><img src="/1.jpg" alt=""><figcaption>Фото: Site архиві</figcaption></figure>
${paragraphs(article, (text) => `<p>${text}</p>`)}
<footer><ul>${links(article.others.slice(0, 4), (link) => `<li>#${link}</li>`)}</ul></footer></article>
<section aria-label="comments"><h2>Пікірлер (${article.comments.length})</h2>${article.comments
  .map(
    (text) =>
      `<article><header><b>Оқырман</b> <time>2 сағат бұрын</time></header><p>${escaped(text)}</p></article>`,
  )
  .join("\n")}<form><textarea></textarea><button>Жіберу</button></form></section></main>
<aside><h2>Тағы оқыңыз</h2><ul>${links(article.others, (link) => `<li>${link}</li>`)}</ul></aside>
<footer><p>${IMPRINT}</p></footer></body></html>`;

/** Nothing but `<div>`, with class names in English. */
export const soup: Layout = (article) => `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${escaped(article.title)} - Портал новостей</title></head><body>
<div class="topbar"><div class="logo">Портал</div><div class="mainnav">${links(SECTIONS, (link) => `<div class="mi">${link}</div>`)}</div></div>
<div class="wrap"><div class="col-left"><div class="news-title"><h1>${escaped(article.title)}</h1></div>
<div class="news-meta"><div class="dt">${article.date}</div><div class="vw">Просмотров: 532</div></div>
<div class="share-buttons"><div>Поделиться:</div><a href="#">Facebook</a> <a href="#">Telegram</a> <a href="#">WhatsApp</a></div>
<div class="news-body">${paragraphs(
  article,
  (text, index) =>
    `<div class="par">${text}</div>${index === 1 ? `<div class="promo-box"><a href="/subscribe">${BANNER}</a></div>` : ""}`,
)}</div>
<div class="tags">${links(article.others.slice(0, 5), (link) => link)}</div>
<div class="related-news"><div class="caption">Читайте также</div>${links(article.others, (link) => `<div class="item"><div class="img"></div>${link}<div class="dt">12:00, 10 января</div></div>`)}</div>
<div class="comments"><div class="caption">Комментарии</div>${article.comments
  .map(
    (text) =>
      `<div class="comment"><div class="user">Гость</div><div class="when">вчера, 12:40</div><div class="msg">${escaped(text)}</div></div>`,
  )
  .join("")}</div></div>
<div class="col-right"><div class="widget"><div class="caption">Популярное</div>${links(article.others, (link) => `<div>${link}</div>`)}</div>
<div class="banner"><img src="/b.gif">${BANNER}</div></div></div>
<div class="bottom">${IMPRINT}</div><div class="cookie-note">${COOKIES} <a href="#">OK</a></div></body></html>`;

/** Tables in tables, `<font>` and `<br>`, no class at all. */
export const tables: Layout = (article) => `<html><head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${escaped(article.title)}</title></head>
<body bgcolor="#ffffff"><table width="100%" border="0"><tr><td colspan="3"><table><tr>${links(SECTIONS, (link) => `<td>${link}</td>`)}</tr></table></td></tr>
<tr><td width="180" valign="top"><b>Разделы</b><br>${links(SECTIONS, (link) => `${link}<br>`)}<br><font size="1">Курс валют: 450.12 тг<br>Погода: -12</font></td>
<td valign="top"><font size="5"><b>${escaped(article.title)}</b></font><br><font size="1" color="gray">${article.date}</font><br><br>
<font face="Arial" size="2">${paragraphs(article, (text) => `${text}<br><br>`)}</font>
<a href="/print">Версия для печати</a> | <a href="/send">Отправить другу</a><hr>
<b>Другие новости:</b><br>${links(article.others, (link) => `${link}<br>`)}<hr>
<b>Мнения читателей:</b><br><table>${article.comments
  .map(
    (text, index) =>
      `<tr><td><b>Читатель ${index + 1}</b> <font size="1">10.01.2026 12:0${index}</font></td></tr><tr><td>${escaped(text)}</td></tr>`,
  )
  .join("")}</table></td>
<td width="200" valign="top"><table>${links(article.others, (link) => `<tr><td>${link}</td></tr>`)}</table><br>${BANNER}</td></tr>
<tr><td colspan="3" align="center"><font size="1">${IMPRINT}</font></td></tr></table></body></html>`;

/** The body stands in JSON-LD alone; the page shows the beginning and asks for a subscription. */
export const dataOnly: Layout = (article) => `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${escaped(article.title)}</title>
<script type="application/ld+json">${JSON.stringify({
  "@context": "https://schema.org",
  "@graph": [
    { "@type": "Organization", name: "Site" },
    {
      "@type": "NewsArticle",
      headline: article.title,
      articleBody: article.paragraphs.join("\n"),
      author: { "@type": "Person", name: "Автор Авторов" },
    },
  ],
}).replaceAll("<", "\\u003c")}</script></head>
<body><div id="app"><div><a href="/">Site</a>${links(SECTIONS, (link) => `<span>${link}</span>`)}</div>
<h1>${escaped(article.title)}</h1><div><span>${article.date}</span></div><p>${escaped((article.paragraphs[0] ?? "").slice(0, 200))}…</p>
<div><p>${BANNER}</p><a href="/login">Войти</a></div>
<div>${links(article.others, (link) => `<div><h3>${link}</h3><p>Толығырақ оқу үшін сілтеме бойынша өтіңіз.</p></div>`)}</div></div>
<div>${IMPRINT}</div></body></html>`;

/** As WordPress and Bitrix templates write it. */
export const template: Layout = (article) => `<!DOCTYPE html>
<html lang="ru-RU"><head><meta charset="UTF-8"><title>${escaped(article.title)} &#8211; Сайт</title>
<meta name="generator" content="WordPress 6.4"></head>
<body class="post-template-default single single-post postid-1532">
<div id="page" class="site"><div id="masthead" class="site-header"><div class="main-navigation"><ul id="menu-main" class="menu">${links(SECTIONS, (link) => `<li class="menu-item">${link}</li>`)}</ul></div></div>
<div id="content" class="site-content"><div id="primary" class="content-area">
<div class="breadcrumbs"><a href="/">Главная</a> / <a href="/news/">Новости</a> / <span>${escaped(article.title)}</span></div>
<article id="post-1532" class="post type-post hentry"><h1 class="entry-title">${escaped(article.title)}</h1>
<div class="entry-meta"><span class="posted-on">${article.date}</span> <span class="byline">Автор: <a href="/author/a">Редактор</a></span></div>
<div class="entry-content">${paragraphs(
  article,
  (text, index) =>
    `<p>${index === 0 ? text.replace(/(\S+ \S+)$/u, '<a href="/t">$1</a>') : text}</p>${index === 2 ? `<blockquote class="wp-embedded-content"><a href="/r">Читайте также: ${escaped(article.others[0] ?? "")}</a></blockquote>` : ""}`,
)}<div class="sharedaddy"><h3>Поделиться ссылкой:</h3><ul><li><a href="#">Twitter</a></li><li><a href="#">Facebook</a></li></ul></div></div>
<footer class="entry-footer"><span class="tags-links">${links(article.others.slice(0, 3), (link) => link)}</span></footer></article>
<nav class="navigation post-navigation">${links(article.others.slice(0, 2), (link) => `<div>${link}</div>`)}</nav>
<div id="comments" class="comments-area"><h2 class="comments-title">${article.comments.length} комментария</h2><ol class="comment-list">${article.comments
  .map(
    (text, index) =>
      `<li class="comment"><div class="comment-body"><div class="comment-author vcard"><b class="fn">user${index}</b> <span class="says">говорит:</span></div><div class="comment-metadata"><a href="#">10.01.2026 в 12:0${index}</a></div><div class="comment-content"><p>${escaped(text)}</p></div></div></li>`,
  )
  .join("")}</ol></div></div>
<div id="secondary" class="widget-area"><div class="widget widget_recent_entries"><h2>Свежие записи</h2><ul>${links(article.others, (link) => `<li>${link}</li>`)}</ul></div></div></div>
<div id="colophon" class="site-footer"><p>${IMPRINT}</p></div></div><div id="cookie-law-info-bar"><p>${COOKIES}</p></div></body></html>`;

/** Class names that a bundler made, each paragraph in wrappers of its own; comments are told by their shape alone. */
export const hashed: Layout = (article) => `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${escaped(article.title)}</title></head><body><div id="__next">
<div class="x1a_b"><a class="x9" href="/"><span>Site</span></a>${links(SECTIONS, (link) => `<div class="x2k">${link}</div>`)}</div>
<div class="x7_q"><div class="xc0"><h1 class="xt">${escaped(article.title)}</h1><div class="xd"><span>${article.date}</span><span>7 мин</span></div>
<div class="xb3">${paragraphs(article, (text, index) => `<div class="xp"><div class="xpi"><p class="xpp">${text}</p></div></div>${index === 1 ? `<div class="xz"><div><span>Тақырып бойынша</span></div>${links(article.others.slice(0, 2), (link) => `<div>${link}</div>`)}</div>` : ""}`)}</div>
<div class="xs"><button>Ұнайды</button><button>Бөлісу</button></div>
<div class="xm">${article.comments
  .map(
    (text, index) =>
      `<div class="xmi"><div class="xma"><span>aidos_${index}</span><span>${index + 1} сағат бұрын</span></div><div class="xmt">${escaped(text)}</div><div class="xmb"><span>Жауап беру</span></div></div>`,
  )
  .join("")}</div></div>
<div class="xr">${links(article.others, (link) => `<div class="xri"><div class="xrt">${link}</div><div class="xrd">Бүгін, 10:00</div></div>`)}</div></div>
<div class="xf"><p>${IMPRINT}</p></div><div class="xck"><p>${COOKIES}</p><button>Келісемін</button></div></div></body></html>`;

export const layouts: Record<string, Layout> = { semantic, soup, tables, dataOnly, template, hashed };

/** Harmonic mean of precision and recall over the words of two texts, each word as often as it stands. */
export function tokenF1(found: string, expected: string): number {
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  const wanted = words(expected);
  for (const word of wanted) counts.set(word, (counts.get(word) ?? 0) + 1);
  const got = words(found);
  let both = 0;
  for (const word of got) {
    const left = counts.get(word) ?? 0;
    if (left > 0) {
      both += 1;
      counts.set(word, left - 1);
    }
  }
  return both === 0 ? 0 : (2 * both) / (got.length + wanted.length);
}
