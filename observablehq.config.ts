import { siteConfig } from "./loaders/publish/site-config.ts";

export default await siteConfig(process.cwd(), {
  study: process.env.TYNDAU_STUDY,
  output: process.env.TYNDAU_OUTPUT,
  base: process.env.TYNDAU_BASE,
  preview: process.env.TYNDAU_PREVIEW !== undefined,
  held: process.env.TYNDAU_HELD,
});
