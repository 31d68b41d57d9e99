import { describe, expect, test } from "vitest";
import { publicConnector, systemNetwork } from "../../loaders/collect/connect.ts";
import { HostTurns } from "../../loaders/collect/host-turns.ts";
import { isPublicAddress } from "../../loaders/collect/public-address.ts";
import { retryAfter } from "../../loaders/collect/retry-after.ts";
import { quickClock } from "./collecting.ts";

describe("addresses", () => {
  test.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:a00:1",
    "::127.0.0.1",
    "64:ff9b::a00:1",
    "100::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "2001:db8::1",
    "2001::1",
    "2002:a00:1::1",
    "",
    "localhost",
    "0x7f.1",
    "2130706433",
    "127.1",
  ])("%s is not public", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each([
    "8.8.8.8",
    "93.184.215.14",
    "100.63.255.255",
    "172.32.0.1",
    "2a00:1450:4001::1",
    "2606:4700::1111",
  ])("%s is public", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test("with the system's own network, a name that leads to loopback is refused before a socket opens", async () => {
    let dialled = 0;
    const network = {
      ...systemNetwork,
      dial() {
        dialled += 1;
        throw new Error("dialled");
      },
    };
    const connect = publicConnector([], network);
    const target = { secure: false, host: "localhost", port: 80 };
    await expect(connect(target, new AbortController().signal)).rejects.toThrow(
      /found localhost at (?:127\.0\.0\.1|::1)/,
    );
    expect(dialled).toBe(0);
  });
});

test.each([
  ["120", 120_000],
  ["0", 0],
  [" 5 ", 5_000],
  ["Mon, 05 Jun 2023 08:02:00 GMT", 120_000],
  ["Monday, 05-Jun-23 08:02:00 GMT", 120_000],
  ["Mon, 05 Jun 2023 07:00:00 GMT", 0],
  ["-5", undefined],
  ["soon", undefined],
  ["1e9", undefined],
  [undefined, undefined],
])("Retry-After %s", (header, expected) => {
  expect(retryAfter(header, Date.parse("2023-06-05T08:00:00Z"))).toBe(expected);
});

test("requests to one host take turns, those to two do not; a host's own wish is heard", async () => {
  const clock = quickClock(0);
  const turns = new HostTurns(1000, clock);
  const log: string[] = [];
  let running = 0;
  const request = (host: string, wish = 0) =>
    turns.take(host, wish, async () => {
      running += 1;
      log.push(`${host} at ${clock.now()}, ${running} running`);
      await Promise.resolve();
      running -= 1;
    });
  await request("a.example");
  await request("a.example", 10_000);
  await request("a.example");
  await Promise.all([request("b.example"), request("b.example")]);
  expect(log).toEqual([
    "a.example at 0, 1 running",
    "a.example at 1250, 1 running",
    "a.example at 13750, 1 running",
    "b.example at 13750, 1 running",
    "b.example at 15000, 1 running",
  ]);
});
