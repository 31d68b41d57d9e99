/** Channels as Telegram's public preview shows them: `/s/CHANNEL` and its `?before=` pages, 20 messages each. */
import { dayOf, inWindow, utcOf } from "./calendar.ts";
import { foldHashtag } from "./hashtags.ts";
import { escapeHtml } from "./markup.ts";
import type { OrganisationPost } from "./organisation-posts.ts";
import type { Organisation } from "./organisations.ts";
import { type Random, random } from "./prng.ts";
import { type TruthRow, truthOf } from "./truth.ts";
import { type Page, warcRecords } from "./warc-writer.ts";

const perPage = 20;

function marked(text: string): string {
  return escapeHtml(text)
    .replace(
      /(^|[\s(])#([\p{L}\p{M}\p{N}_]+)/gu,
      (_, before: string, tag: string) => `${before}<a href="?q=%23${encodeURIComponent(tag)}">#${tag}</a>`,
    )
    .replace(/@(demo_[a-z0-9_]+)/g, '<a href="https://t.me/$1" target="_blank">@$1</a>')
    .replace(
      /\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*/gu,
      (sign) =>
        `<i class="emoji" style="background-image:url('//telegram.org/img/emoji/40/demo.png')"><b>${sign}</b></i>`,
    )
    .replaceAll("\n", "<br/>");
}

function views(count: number): string {
  return count < 1000 ? String(count) : `${(Math.floor(count / 100) / 10).toString()}K`;
}

function message(post: OrganisationPost, id: number, timeless: boolean, own: Random): string {
  const channel = post.organisation.telegram;
  const link = `https://t.me/${channel}/${id}`;
  const title = post.headline ? `<b>${marked(post.headline)}</b><br/><br/>` : "";
  const tags =
    post.hashtags.length > 0 ? `<br/><br/>${marked(post.hashtags.map((tag) => `#${tag}`).join(" "))}` : "";
  const text = title + post.paragraphs.map(marked).join("<br/><br/>") + tags;
  const seen = own.int(30, own.chance(0.2) ? 24_000 : 2400);
  const time = timeless
    ? ""
    : `<time datetime="${utcOf(post.time)}" class="time">${utcOf(post.time).slice(11, 16)}</time>`;
  const forwarded = own.chance(0.04)
    ? `<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from&nbsp;<a class="tgme_widget_message_forwarded_from_name" href="https://t.me/demo_chat_${own.int(1, 60)}/${own.int(10, 900)}"><span dir="auto">Demo chat</span></a></div>`
    : "";
  const photo = own.chance(0.25)
    ? `<a class="tgme_widget_message_photo_wrap" href="${link}" style="width:800px;background-image:url('https://cdn.demo.example/${id}.jpg')"><div class="tgme_widget_message_photo" style="padding-top:66.5%"></div></a>`
    : "";
  const preview = own.chance(0.06)
    ? `<a class="tgme_widget_message_link_preview" href="https://news.demo.example/${id}"><div class="link_preview_site_name accent_color" dir="auto">Demo News</div><div class="link_preview_title" dir="auto">Demo link</div></a>`
    : "";
  const changed = own.chance(0.08) ? "edited&nbsp;" : "";
  return `<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="${channel}/${id}">
<div class="tgme_widget_message_user"><a href="https://t.me/${channel}"><i class="tgme_widget_message_user_photo bgcolor4"></i></a></div>
<div class="tgme_widget_message_bubble">
<div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="https://t.me/${channel}"><span dir="auto">${escapeHtml(post.organisation.nameRu)}</span></a></div>
${forwarded}${photo}<div class="tgme_widget_message_text js-message_text" dir="auto">${text}</div>${preview}
<div class="tgme_widget_message_footer compact js-message_footer"><div class="tgme_widget_message_info short js-message_info">
<span class="tgme_widget_message_views">${views(seen)}</span><span class="copyonly"> views</span><span class="tgme_widget_message_meta">${changed}<a class="tgme_widget_message_date" href="${link}">${time}</a></span>
</div></div></div></div></div>`;
}

function page(
  organisation: Organisation,
  messages: readonly string[],
  before: number | undefined,
  more: number | undefined,
): string {
  const { telegram: channel } = organisation;
  const name = escapeHtml(organisation.nameRu);
  const earlier =
    more === undefined
      ? ""
      : `<div class="tgme_widget_message_centered js-messages_more_wrap"><a href="/s/${channel}?before=${more}" class="tme_messages_more js-messages_more" data-before="${more}"></a></div>`;
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<title>${name} – Telegram</title>
<meta property="og:title" content="${name}">
<meta property="og:site_name" content="Telegram">
${more === undefined ? "" : `<link rel="prev" href="/s/${channel}?before=${more}">\n`}<link rel="canonical" href="/s/${channel}${before === undefined ? "" : `?before=${before}`}">
</head>
<body class="widget_frame_base tgme_webpreview emoji_image">
<header class="tgme_header search_collapsed"><div class="tgme_channel_info"><div class="tgme_channel_info_header_title"><span dir="auto">${name}</span></div>
<div class="tgme_channel_info_header_username"><a href="https://t.me/${channel}">@${channel}</a></div>
<div class="tgme_channel_info_counter"><span class="counter_value">1.2K</span> <span class="counter_type">subscribers</span></div>
<div class="tgme_channel_info_description">Демо-канал. Аутизм, ДЦП, школа, Астана, мальчики и девочки: описание канала не является постом.</div></div></header>
<main class="tgme_main" data-url="/${channel}"><div class="tgme_container"><section class="tgme_channel_history js-message_history">
${earlier}
${messages.join("\n")}
</section></div></main>
</body>
</html>
<!-- page generated in 41.46ms -->`;
}

export interface ChannelCapture {
  readonly warc: Buffer;
  readonly rows: TruthRow[];
}

/**
 * The WARC of one channel, newest page first, and its truth. In a `spoilt` channel the last record (the oldest
 * page) is cut off before its first message; `timeless` messages have no time. Both are broken in the truth.
 */
export function telegramCapture(
  organisation: Organisation,
  posts: readonly OrganisationPost[],
  seed: number,
  spoilt: boolean,
  timeless: number,
): ChannelCapture {
  const own = random(seed, `telegram-${organisation.id}`);
  let id = own.int(20, 400);
  const silent = new Set(own.shuffle(posts.map((_, i) => i)).slice(0, timeless));
  const messages = posts.map((post, i) => {
    id += own.chance(0.1) ? own.int(2, 4) : 1;
    return { id, post, timeless: silent.has(i), html: message(post, id, silent.has(i), own) };
  });
  const groups: (typeof messages)[] = [];
  for (let end = messages.length; end > 0; end -= perPage)
    groups.push(messages.slice(Math.max(0, end - perPage), end));
  const pages: Page[] = groups.map((group, i) => {
    const before = i === 0 ? undefined : groups[i - 1]![0]!.id;
    const more = i + 1 < groups.length ? group[0]!.id : undefined;
    return {
      url: `https://t.me/s/${organisation.telegram}${before === undefined ? "" : `?before=${before}`}`,
      type: "text/html; charset=utf-8",
      body: page(
        organisation,
        group.map((one) => one.html),
        before,
        more,
      ),
    };
  });
  const records = warcRecords(`${organisation.telegram}.warc.gz`, "2023-06-20T04:00:00Z", pages);
  const lost = new Set(spoilt && groups.length > 1 ? groups[groups.length - 1] : []);
  if (lost.size > 0) {
    const last = records.pop()!;
    records.push(last.subarray(0, 420));
  }
  const rows = messages.map<TruthRow>((one) => ({
    capture: `telegram/${organisation.telegram}.warc.gz`,
    platform: "telegram",
    native_id: `${organisation.telegram}/${one.id}`,
    corpus: "organisations",
    day: dayOf(one.post.time),
    in_window: inWindow(one.post.time),
    ...truthOf(one.post.story),
    hashtags: one.post.hashtags.map(foldHashtag),
    copy_of: null,
    broken: one.timeless || lost.has(one),
  }));
  return { warc: Buffer.concat(records), rows };
}
