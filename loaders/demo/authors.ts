/** Who publishes in public: accounts that do not exist and outlets under `.example`. */
import type { PublicPlatform } from "./calibration.ts";
import type { Random } from "./prng.ts";

/** Outlets; those named after a region serve the stories about it more often than others do. */
const outlets: readonly (readonly [string, string])[] = [
  ["qazaq-tany", ""],
  ["bilim-life", ""],
  ["elorda-aqparat", "KZ-71"],
  ["almaly-press", "KZ-75"],
  ["shymqala", "KZ-79"],
  ["ertis-tany", "KZ-55"],
  ["saryarqa-post", "KZ-35"],
  ["tobyl-alap", "KZ-39"],
  ["qyzyljar-info", "KZ-59"],
  ["ilek-media", "KZ-15"],
  ["koksheu-online", "KZ-11"],
  ["altai-aimaq", "KZ-63"],
  ["zhaiyq-uni", "KZ-27"],
  ["kaspiy-habar", "KZ-23"],
  ["mangy-el", "KZ-47"],
  ["syr-boiy", "KZ-43"],
  ["aulie-ata", "KZ-31"],
  ["jeti-ozen", "KZ-33"],
  ["semei-tany", "KZ-10"],
  ["turan-info", "KZ-61"],
  ["nash-uchitel", ""],
  ["shkola-segodnya", ""],
  ["novosti-24", ""],
  ["dala-portal", ""],
  ["tengri-demo", ""],
  ["aikyn-demo", ""],
  ["obrazovanie-kz", ""],
  ["roditeli-online", ""],
  ["vestnik-demo", ""],
  ["zhanalyk-demo", ""],
];

function letters(random: Random, length: number): string {
  const from = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
  let out = "";
  for (let i = 0; i < length; i++) out += from[random.int(0, from.length - 1)]!;
  return out;
}

export interface Publication {
  readonly url: string;
  /** Outlet or platform, as the export's Source column has it. */
  readonly source: string;
  /** Author, as the Influencer column has it; empty for outlets. */
  readonly author: string;
  readonly handle: string;
}

/** Draws authors and unique addresses. A few accounts write much, most write once or twice. */
export function publisher(
  random: Random,
): (platform: PublicPlatform, region: string | undefined, day: string) => Publication {
  const used = new Set<string>();
  const account = (): number => 1 + Math.floor(2999 * random.next() ** 2.2);
  const draw = (platform: PublicPlatform, region: string | undefined, day: string): Publication => {
    const n = account();
    const handle = `demo_user_${n}`;
    const serial = random.int(1000, 999_999);
    const social = (source: string, url: string): Publication => ({
      url,
      source,
      author: `Demo User ${n}`,
      handle,
    });
    switch (platform) {
      case "news": {
        const local = outlets.filter(([, home]) => home === region && home !== "");
        const [name] =
          local.length > 0 && random.chance(0.45)
            ? random.pick(local)
            : random.pick(outlets.filter(([, home]) => home === "" || random.chance(0.15)));
        const host = `${name}.news.example`;
        return {
          url: `https://${host}/${day.slice(0, 7).replace("-", "/")}/${serial}`,
          source: host,
          author: "",
          handle: "",
        };
      }
      case "blog": {
        const host = `demo-${n % 400}.blog.example`;
        return {
          url: `https://${host}/p/${serial}`,
          source: host,
          author: `Demo Author ${n % 400}`,
          handle: "",
        };
      }
      case "forum": {
        const host = `${["mama", "ata-ana", "uchitel"][n % 3]}.forum.example`;
        return {
          url: `https://${host}/t/${serial}#p${random.int(1, 90)}`,
          source: host,
          author: `demo${n}`,
          handle: "",
        };
      }
      case "facebook":
        return social("Facebook", `https://www.facebook.com/demo.user.${n}/posts/${serial}`);
      case "vk":
        return social("VK", `https://vk.com/demo_user_${n}?w=wall${n}_${serial}`);
      case "twitter":
        return social("Twitter", `https://twitter.com/${handle}/status/15${serial}`);
      case "instagram":
        return social("Instagram", `https://www.instagram.com/p/DEMO${letters(random, 7)}/`);
      case "youtube":
        return social("YouTube", `https://www.youtube.com/watch?v=DEMO${letters(random, 7)}`);
      case "telegram":
        return social("Telegram", `https://t.me/demo_chat_${n % 60}/${serial}`);
      case "tiktok":
        return social("TikTok", `https://www.tiktok.com/@${handle}/video/70${serial}`);
    }
  };
  return (platform, region, day) => {
    for (;;) {
      const drawn = draw(platform, region, day);
      if (used.has(drawn.url)) continue;
      used.add(drawn.url);
      return drawn;
    }
  };
}

/** A short code such as Instagram gives a post, marked as made up. */
export function postCode(random: Random): string {
  return `DEMO${letters(random, 7)}`;
}
