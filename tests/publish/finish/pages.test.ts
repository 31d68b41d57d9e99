import { expect, test } from "vitest";
import { finishPages, type RawPage } from "../../../loaders/publish/finish/pages.ts";
import { readFixture } from "./fixture.ts";

const study = { title: { en: "Listening" }, reportLanguages: ["en"], citation: { authors: ["Tyndau"] } };
const pages: RawPage[] = ["index", "findings/gender/index", "cells", "404"].map((path) => ({
  html: readFixture(path),
  context: { path, base: "/", study },
}));

test("worker threads give the same pages in the same order as one thread", async () => {
  expect(await finishPages(pages, 3)).toEqual(await finishPages(pages, 1));
});

test("a page that cannot be finished stops all, with its trouble", async () => {
  const broken = { ...pages[0]!, context: { ...pages[0]!.context, url: "no address" } };
  await expect(finishPages([...pages, broken], 2)).rejects.toThrow(/Invalid URL/);
});
