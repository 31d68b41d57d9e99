import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { platformFinder } from "../../loaders/corpus/platform.ts";
import { accountKey, organisationRegister, siteKey } from "../../loaders/identity/account.ts";
import { postId } from "../../loaders/identity/post-id.ts";
import { keyFingerprint, pseudonym } from "../../loaders/identity/pseudonym.ts";

describe("a post's id", () => {
  it("is 64 bits of SHA-256 over platform and native id", () => {
    const digest = createHash("sha256").update("telegram\nkanal/7").digest("hex");
    expect(postId("telegram", "kanal/7")).toBe(digest.slice(0, 16));
    expect(postId("telegram", "kanal/7")).not.toBe(postId("vk", "kanal/7"));
  });
});

describe("pseudonyms", () => {
  it("are the same for one account and key, and differ by key, platform and account", () => {
    const one = pseudonym("key one", "vk", "user");
    expect(one).toMatch(/^p:[0-9a-f]{16}$/u);
    expect(pseudonym("key one", "vk", "user")).toBe(one);
    const others = [
      pseudonym("key two", "vk", "user"),
      pseudonym("key one", "ok", "user"),
      pseudonym("key one", "vk", "user2"),
    ];
    expect(new Set([one, ...others]).size).toBe(4);
  });

  it("tell by a fingerprint that the key has changed", () => {
    expect(keyFingerprint("key one")).toMatch(/^[0-9a-f]{8}$/u);
    expect(keyFingerprint("key one")).not.toBe(keyFingerprint("key two"));
  });
});

describe("the register's accounts", () => {
  const organisationOf = organisationRegister([
    {
      id: "fund",
      accounts: { telegram: "@Fund_KZ", website: "https://www.fund.example/about", facebook: "" },
    },
  ]);

  it("fit whatever their letter case, with and without www", () => {
    expect(organisationOf("telegram", "fund_kz")).toBe("fund");
    expect(organisationOf("telegram", "https://t.me/s/Fund_KZ")).toBe("fund");
    expect(organisationOf("website", "fund.example")).toBe("fund");
    expect(organisationOf("website", "www.Fund.example")).toBe("fund");
    expect(organisationOf("website", "blog.fund.example")).toBeUndefined();
    expect(organisationOf("vk", "fund_kz")).toBeUndefined();
    expect(organisationOf("facebook", "")).toBeUndefined();
  });

  it.each([
    ["@Name", "name"],
    ["https://www.facebook.com/Name/", "name"],
    ["https://facebook.com/profile.php?id=12", "12"],
    ["instagram.com/na.me", "na.me"],
    ["na.me", "na.me"],
    ["https://www.tiktok.com/@name", "name"],
  ])("%s is %s", (written, key) => expect(accountKey(written)).toBe(key));

  it("are sites by their host", () => expect(siteKey("WWW.Site.Example/x")).toBe("site.example"));
});

describe("a host's platform", () => {
  const platformOf = platformFinder([
    { id: "vk", hosts: ["vk.com"] },
    { id: "twitter", hosts: ["twitter.com", "x.com"] },
    { id: "blog", hosts: [".blog.example"] },
    { id: "web", hosts: [] },
    { id: "news", hosts: ["*"] },
  ]);

  it.each([
    ["vk.com", "vk", true],
    ["m.vk.com", "vk", true],
    ["notvk.com", "news", false],
    ["x.com", "twitter", true],
    ["fox.com", "news", false],
    ["a.blog.example", "blog", false],
    ["blog.example", "news", false],
  ])("%s", (host, platform, isWholePlatform) =>
    expect(platformOf(host)).toEqual({ platform, isWholePlatform }),
  );

  it("may be unknown", () =>
    expect(platformFinder([{ id: "vk", hosts: ["vk.com"] }])("a.example")).toBeUndefined());
});
