/** Networks on which people have accounts, by host. */
const NETWORKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    telegram: "t.me telegram.me telegram.dog telesco.pe",
    instagram: "instagram.com instagr.am ig.me",
    facebook: "facebook.com fb.com fb.me fb.watch m.me messenger.com",
    vk: "vk.com vk.ru vk.me vk.cc vkontakte.ru",
    ok: "ok.ru odnoklassniki.ru",
    twitter: "twitter.com x.com",
    tiktok: "tiktok.com",
    youtube: "youtube.com youtu.be",
    threads: "threads.net threads.com",
    linkedin: "linkedin.com lnkd.in",
    whatsapp: "wa.me whatsapp.com wa.link wa.clck.bz",
    viber: "viber.me viber.com",
    mail: "my.mail.ru",
    snapchat: "snapchat.com",
    pinterest: "pinterest.com pin.it",
    taplink: "taplink.cc taplink.ws taplink.at taplink.ru",
    linktree: "linktr.ee",
    pages: "mssg.me tapy.me instabio.cc hipolink.me hipolink.net bio.link beacons.ai solo.to allmylinks.com",
    discord: "discord.gg discord.com",
    twitch: "twitch.tv",
    likee: "likee.video likee.com",
    imo: "imo.im",
  }).flatMap(([network, hosts]) => hosts.split(" ").map((host) => [host, network] as const)),
);
/** Labels of the longest of them. */
const MOST_LABELS = 3;
/** Names before a network's host that are no account's. */
const NO_ACCOUNT =
  /^(?:www|m|web|mobile|api|chat|invite|l|lm|vm|vt|music|business|[a-z]{2}|[a-z]{2}-[a-z]{2})$/u;
/** Networks that give each account a host of its own. */
const HOST_A_NAME = new Set(["telegram", "taplink"]);

export interface NetworkHost {
  readonly network: string;
  /** The account that the host itself names, as `mama.t.me` does. */
  readonly account: string | undefined;
}

/** The network that a host in small letters belongs to: only its last labels are looked up, however many it has. */
export function networkOf(host: string): NetworkHost | undefined {
  let dot = host.length;
  for (let label = 1; label <= MOST_LABELS && dot > 0; label++) {
    dot = host.lastIndexOf(".", dot - 1);
    const network = NETWORKS.get(dot === -1 ? host : host.slice(dot + 1));
    if (network === undefined) continue;
    const before = dot === -1 ? "" : host.slice(host.lastIndexOf(".", dot - 1) + 1, dot);
    const isNamed = HOST_A_NAME.has(network) && before !== "" && !NO_ACCOUNT.test(before);
    return { network, account: isNamed ? before : undefined };
  }
  return undefined;
}
