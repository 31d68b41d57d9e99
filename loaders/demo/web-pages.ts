/** Organisations' sites: an RSS feed of the latest articles and an HTML page of each, in three layouts. */
import { dayOf, inWindow, unixOf, zonedOf } from "./calendar.ts";
import { escapeHtml } from "./markup.ts";
import type { OrganisationPost } from "./organisation-posts.ts";
import type { Organisation } from "./organisations.ts";
import { random } from "./prng.ts";
import { type TruthRow, truthOf } from "./truth.ts";
import { type Page, warcRecords } from "./warc-writer.ts";

const inFeed = 15;
const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** RFC 822 date of a local time, with the local offset. */
function rfc822(local: number): string {
  const date = new Date(local);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${weekdays[date.getUTCDay()]}, ${two(date.getUTCDate())} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()} ${new Date(local).toISOString().slice(11, 19)} +0600`;
}

const menu = `<nav class="menu"><ul><li><a href="/">Главная</a></li><li><a href="/about">О нас</a></li><li><a href="/autism">Аутизм</a></li><li><a href="/news">Новости Астаны</a></li><li><a href="/contacts">Контакты</a></li></ul></nav>`;
const footer = `<footer><p>© Демонстрационный сайт. Мальчики и девочки, ДЦП, ЕНТ: текст подвала не относится к статье.</p><p>+7 700 000 00 00</p></footer>`;

interface Article {
  readonly url: string;
  readonly post: OrganisationPost;
  readonly dated: boolean;
}

function jsonLd(article: Article): string {
  const data = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: article.post.headline,
    ...(article.dated ? { datePublished: zonedOf(article.post.time) } : {}),
    mainEntityOfPage: article.url,
    publisher: { "@type": "Organization", name: article.post.organisation.nameRu },
  };
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`;
}

function html(article: Article, layout: 0 | 1 | 2, related: string): string {
  const { post, url } = article;
  const title = escapeHtml(post.headline);
  const text = post.paragraphs.map((one) => `<p>${escapeHtml(one)}</p>`).join("\n");
  const lang = post.story.language.startsWith("kk") ? "kk" : "ru";
  const canonical = `<link rel="canonical" href="${url}">`;
  if (layout === 0) {
    return `<!DOCTYPE html>
<html lang="${lang}"><head><meta charset="utf-8"><title>${title} | ${escapeHtml(post.organisation.nameRu)}</title>${canonical}
${jsonLd(article)}
</head><body><header>${menu}</header>
<main><article class="post"><h1>${title}</h1>
<div class="entry-content">
${text}
</div></article>
<aside class="sidebar"><h3>Читайте также</h3>${related}</aside></main>
${footer}</body></html>`;
  }
  if (layout === 1) {
    const published = article.dated
      ? `<meta property="article:published_time" content="${zonedOf(post.time)}">`
      : "";
    return `<!DOCTYPE html>
<html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>${canonical}
<meta property="og:type" content="article"><meta property="og:title" content="${title}"><meta property="og:url" content="${url}">${published}
</head><body><div class="top">${menu}</div>
<div class="content"><h1 class="title">${title}</h1>
${text}
<div class="share">Поделиться: <a href="#">Facebook</a> <a href="#">Telegram</a></div></div>
<div class="related">${related}</div>
${footer}</body></html>`;
  }
  const time = article.dated
    ? `<time datetime="${zonedOf(post.time)}" class="date">${new Date(post.time).toISOString().slice(0, 10).split("-").reverse().join(".")}</time>`
    : "";
  return `<html><head><meta charset="utf-8"><title>${title}</title></head>
<body>${menu}
<table class="page"><tr><td class="left">${related}</td><td class="news-text"><h2>${title}</h2>${time}
<article>${text}</article></td></tr></table>
${footer}</body></html>`;
}

/** The WARC of one site and its truth; `undated` of its older articles have no date anywhere and are broken. */
export function webCapture(
  organisation: Organisation,
  posts: readonly OrganisationPost[],
  seed: number,
  layout: 0 | 1 | 2,
  undated: number,
): { warc: Buffer; rows: TruthRow[]; host: string } {
  const own = random(seed, `web-${organisation.id}`);
  const base = organisation.website;
  const old = own
    .shuffle(posts.slice(0, Math.max(0, posts.length - inFeed)).map((_, i) => i))
    .slice(0, undated);
  const articles: Article[] = posts.map((post, i) => ({
    post,
    url: `${base}news/${new Date(post.time).getUTCFullYear()}/${1000 + i * 3 + own.int(0, 2)}`,
    dated: !old.includes(i),
  }));
  const latest = articles.slice(-inFeed).reverse();
  const items = latest.map(
    ({ post, url }) =>
      `<item><title>${escapeHtml(post.headline)}</title><link>${url}</link><guid isPermaLink="true">${url}</guid><pubDate>${rfc822(post.time)}</pubDate><description>${escapeHtml(post.paragraphs[0]!)}</description></item>`,
  );
  const feed = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${escapeHtml(organisation.nameRu)}</title><link>${base}</link><description>demo</description><language>ru</language>
${items.join("\n")}
</channel></rss>`;
  const pages: Page[] = [{ url: `${base}feed.xml`, type: "application/rss+xml; charset=utf-8", body: feed }];
  for (const article of [...articles].reverse()) {
    const near = own.pick(articles);
    const related = `<a href="${near.url}">${escapeHtml(near.post.headline)}</a>`;
    // Layouts with a canonical link are sometimes captured at an address with a campaign's parameters.
    const tracked = layout !== 2 && own.chance(0.06) ? "?utm_source=telegram&utm_medium=post" : "";
    pages.push({
      url: article.url + tracked,
      type: "text/html; charset=utf-8",
      body: html(article, layout, related),
    });
  }
  pages.push({
    url: `${base}news/gone`,
    status: 404,
    type: "text/html; charset=utf-8",
    body: "<html><body><h1>404</h1><p>Страница не найдена</p></body></html>",
  });
  const { host } = new URL(base);
  const rows = articles.map<TruthRow>((article) => ({
    capture: `web/${host}.warc.gz`,
    platform: "web",
    native_id: article.url,
    corpus: "organisations",
    day: dayOf(article.post.time),
    in_window: inWindow(article.post.time),
    ...truthOf(article.post.story),
    hashtags: [],
    copy_of: null,
    broken: !article.dated,
  }));
  return {
    warc: Buffer.concat(
      warcRecords(
        `${host}.warc.gz`,
        `${new Date(unixOf(Date.UTC(2023, 5, 20, 10)) * 1000).toISOString().slice(0, 19)}Z`,
        pages,
      ),
    ),
    rows,
    host,
  };
}
