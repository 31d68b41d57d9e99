import { posix } from "node:path";
import type { Study } from "../../study/study.ts";
import { localised } from "../blocks.ts";
import type { Page } from "../pages.ts";
import { wordsOf } from "../words/words.ts";
import type { CardPage } from "./draw-cards.ts";

/** The pages that get a card of their own: the front page of each language, with some figure, and every page with one. */
export function cardPages(pages: readonly Page[], study: Study): CardPage[] {
  const [first] = study.reportLanguages;
  return pages
    .filter(({ place, figures }) => place === "index" || figures.length > 0)
    .map(({ path, place, language, source, figures, frontMatter }) => {
      const report = localised(study.title, language);
      const heading = /^# +(.+)$/m.exec(source.prose)?.[1]?.trim() ?? String(frontMatter.title ?? report);
      const figure =
        figures[0] ?? pages.find((page) => page.language === language && page.figures.length > 0)?.figures[0];
      return {
        path,
        title: place === "index" ? report : heading,
        report: place === "index" ? study.citation.authors.join(", ") : report,
        ...(study.synthetic ? { notice: wordsOf(language).synthetic.name } : {}),
        ...(figure === undefined
          ? {}
          : { figure: posix.join(language === first ? "" : language, `${figure}.svg`) }),
      };
    });
}
