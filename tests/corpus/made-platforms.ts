/** Captures of platforms made up for tests, in the shapes that their documentation gives. */
import { crc32, deflateRawSync } from "node:zlib";

/** Telegram Desktop's export of one chat (`export_output_json.cpp` of tdesktop gives the fields). */
export function telegramExport(messages: readonly object[], chat: object = {}): string {
  return JSON.stringify(
    { name: "Родители", type: "private_supergroup", id: 1_234_567_890, ...chat, messages },
    null,
    1,
  );
}

export function telegramMessage(fields: object = {}): object {
  return {
    id: 12,
    type: "message",
    date: "2023-02-28T13:47:53",
    date_unixtime: "1677570473",
    from: "Real Name",
    from_id: "user42",
    text: "Нужен тьютор",
    text_entities: [{ type: "plain", text: "Нужен тьютор" }],
    ...fields,
  };
}

/** A line of Zeeschuimer's export: an item as Instagram's site sends it, with where and when it was seen. */
export function zeeschuimerItem(fields: object = {}): object {
  return {
    item_id: "3048",
    timestamp_collected: 1_685_700_000_000,
    source_platform: "instagram.com",
    source_platform_url: "https://www.instagram.com/fund_kz/",
    data: {
      id: "3048_55",
      pk: "3048",
      code: "CpTest1-_a",
      taken_at: 1_677_570_473,
      media_type: 8,
      caption: { text: "Инклюзия #үміт", user: { username: "fund_kz" } },
      user: { username: "fund_kz", full_name: "Real Name", pk: "55" },
      like_count: 120,
      comment_count: 4,
      like_and_view_counts_disabled: false,
      ...fields,
    },
  };
}

/** A node of Instagram's graph, as Instaloader's file of a post holds it. */
export function instaloaderPost(fields: object = {}): object {
  return {
    node: {
      id: "3048",
      shortcode: "CpTest1-_a",
      taken_at_timestamp: 1_677_570_473,
      __typename: "GraphImage",
      edge_media_to_caption: { edges: [{ node: { text: "Инклюзия #үміт" } }] },
      edge_media_preview_like: { count: 120 },
      edge_media_to_comment: { count: 4 },
      owner: { id: "55", username: "fund_kz", full_name: "Real Name" },
      ...fields,
    },
    instaloader: { version: "4.10", node_type: "Post" },
  };
}

/** An answer of the Graph API's Business Discovery. */
export function businessDiscovery(media: readonly object[]): object {
  return {
    business_discovery: {
      username: "fund_kz",
      media: { data: media, paging: { cursors: { after: "QVFI" } } },
      id: "17841405309211844",
    },
    id: "17841405822304914",
  };
}

export function graphMedium(fields: object = {}): object {
  return {
    id: "17854360229135492",
    caption: "Инклюзия #үміт",
    permalink: "https://www.instagram.com/p/CpTest1-_a/",
    timestamp: "2023-02-28T07:47:53+0000",
    media_type: "IMAGE",
    like_count: 120,
    comments_count: 4,
    ...fields,
  };
}

export const fourCatHeader =
  "collected_from_url,id,timestamp,thread_id,parent_id,url,body,author,author_fullname,type,likes_hidden,num_likes,num_comments,play_count,unix_timestamp";

export function fourCatRow(fields: Record<string, string> = {}): string {
  const row: Record<string, string> = {
    id: "CpTest1-_a",
    thread_id: "CpTest1-_a",
    timestamp: "2023-02-28 07:47:53",
    body: '"Инклюзия #үміт"',
    author: "fund_kz",
    author_fullname: "Real Name",
    likes_hidden: "no",
    num_likes: "120",
    num_comments: "4",
    unix_timestamp: "1677570473",
    ...fields,
  };
  return fourCatHeader
    .split(",")
    .map((column) => row[column] ?? "")
    .join(",");
}

/** An answer of VK's `wall.get` (version 5.131, `extended=1`). */
export function wallGet(items: readonly object[]): object {
  return {
    response: {
      count: items.length,
      items,
      profiles: [{ id: 77, screen_name: "real_name", first_name: "Real", last_name: "Name" }],
      groups: [{ id: 123, screen_name: "fund_kz", name: "Фонд" }],
    },
  };
}

export function vkPost(fields: object = {}): object {
  return {
    id: 456,
    owner_id: -123,
    from_id: -123,
    date: 1_677_570_473,
    post_type: "post",
    text: "Инклюзия",
    signer_id: 77,
    comments: { count: 4 },
    likes: { count: 120 },
    reposts: { count: 7 },
    views: { count: 3500 },
    attachments: [{ type: "link", link: { url: "https://x.example", title: "чужие слова" } }],
    ...fields,
  };
}

/** An answer of the YouTube Data API's `commentThreads.list`. */
export function commentThreads(items: readonly object[]): object {
  return { kind: "youtube#commentThreadListResponse", etag: "e", pageInfo: { totalResults: 1 }, items };
}

export function comment(id: string, fields: object = {}): object {
  return {
    kind: "youtube#comment",
    id,
    snippet: {
      videoId: "v1",
      textDisplay: "Нужен <b>тьютор</b><br>и &quot;пандус&quot;",
      authorDisplayName: "@real_name",
      authorChannelUrl: "http://www.youtube.com/@real_name",
      authorChannelId: { value: "UCperson" },
      likeCount: 3,
      publishedAt: "2023-02-28T07:47:53Z",
      updatedAt: "2023-03-01T07:47:53Z",
      ...fields,
    },
  };
}

export function commentThread(id: string, replies: readonly object[] = []): object {
  return {
    kind: "youtube#commentThread",
    id,
    snippet: { channelId: "UCfund", videoId: "v1", topLevelComment: comment(id), totalReplyCount: 9 },
    replies: { comments: replies },
  };
}

/** A cell of a made workbook: text, a number, or a date as days since 30 December 1899. */
export type MadeCell = string | number | { readonly day: number };

/** A workbook (Office Open XML) of one sheet, packed as Excel packs it. */
export function workbook(rows: readonly (readonly MadeCell[])[]): Buffer {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const cells = rows.map((row, index) => {
    const written = row.map((cell, column) => {
      const place = `${String.fromCharCode(65 + column)}${index + 1}`;
      if (typeof cell === "string")
        return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
      return typeof cell === "number"
        ? `<c r="${place}"><v>${cell}</v></c>`
        : `<c r="${place}" s="1"><v>${cell.day}</v></c>`;
    });
    return `<row r="${index + 1}">${written.join("")}</row>`;
  });
  return zip({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Export" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="22" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><dimension ref="A1:Z${rows.length}"/><sheetData>${cells.join("")}</sheetData></worksheet>`,
  });
}

function escaped(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");
}

/** A ZIP archive (APPNOTE 6.3): local headers, directory, end record. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const packed = deflateRawSync(data);
    const sizes = Buffer.alloc(26);
    sizes.writeUInt16LE(20, 0);
    sizes.writeUInt16LE(8, 4);
    sizes.writeUInt16LE(0x5621, 8);
    sizes.writeUInt32LE(crc32(data), 10);
    sizes.writeUInt32LE(packed.length, 14);
    sizes.writeUInt32LE(data.length, 18);
    sizes.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), sizes, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), sizes, tail, Buffer.from(name)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, entries, end]);
}
