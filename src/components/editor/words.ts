/** What the editor of queries says. */
export interface EditorWords {
  readonly label: string;
  readonly run: string;
  readonly stop: string;
  readonly reset: string;
  readonly close: string;
  readonly keys: string;
  readonly starting: string;
  readonly running: string;
  readonly stopped: string;
  readonly done: (rows: number, shown: number, milliseconds: number) => string;
  readonly result: string;
  /** Over a chart that is not the figure's own kind: what is drawn, against what. */
  readonly simpleChart: (column: string, label: string) => string;
  readonly noChart: (reason: NoChart) => string;
  readonly failed: string;
  readonly unsupported: string;
  readonly unloaded: string;
}

/** Why an answer is not drawn. */
export type NoChart =
  | { readonly why: "cut"; readonly rows: number }
  | { readonly why: "empty" }
  | { readonly why: "columns"; readonly missing: readonly string[] }
  | { readonly why: "kind" }
  | { readonly why: "failed" };

const words: Readonly<Record<string, EditorWords>> = {
  en: {
    label: "SQL, on the published tables",
    run: "Run",
    stop: "Stop",
    reset: "Reset",
    close: "Close",
    keys: "Ctrl+Enter runs the query. It runs in this browser, on the published tables.",
    starting: "Loading the database…",
    running: "Running…",
    stopped: "Stopped",
    done: (rows, shown, milliseconds) =>
      `${rows} ${rows === 1 ? "row" : "rows"} in ${milliseconds} ms${shown < rows ? `; the first ${shown} are shown` : ""}`,
    result: "Rows of the query",
    simpleChart: (column, label) =>
      `The result lacks columns of the figure's chart, so this one is simple: ${column} by ${label}.`,
    noChart: (reason) => {
      if (reason.why === "cut") return `No chart: ${reason.rows} rows are more than are shown.`;
      if (reason.why === "empty") return "No chart: the result has no rows.";
      if (reason.why === "columns")
        return `No chart: the result lacks the columns ${reason.missing.join(", ")}, and has no names with one number each, from 0 up, that a simple chart could show.`;
      if (reason.why === "kind") return "No chart: this figure has none that can be drawn here.";
      return "No chart: these rows can't be drawn as the figure's kind of chart.";
    },
    failed: "The query failed",
    unsupported:
      "This browser is too old to run the query here (it lacks exceptions in WebAssembly). Download the tables and run it in DuckDB.",
    unloaded: "The database or a table could not be loaded",
  },
  ru: {
    label: "SQL по опубликованным таблицам",
    run: "Выполнить",
    stop: "Остановить",
    reset: "Вернуть исходный",
    close: "Закрыть",
    keys: "Ctrl+Enter выполняет запрос. Он выполняется в этом браузере, на опубликованных таблицах.",
    starting: "База данных загружается…",
    running: "Выполняется…",
    stopped: "Остановлено",
    done: (rows, shown, milliseconds) =>
      `Строк: ${rows}, за ${milliseconds} мс${shown < rows ? `; показаны первые ${shown}` : ""}`,
    result: "Строки запроса",
    simpleChart: (column, label) =>
      `В результате нет столбцов, нужных диаграмме рисунка, поэтому диаграмма простая: ${column} по ${label}.`,
    noChart: (reason) => {
      if (reason.why === "cut") return `Диаграммы нет: строк ${reason.rows}, это больше, чем показано.`;
      if (reason.why === "empty") return "Диаграммы нет: в результате нет строк.";
      if (reason.why === "columns")
        return `Диаграммы нет: в результате нет столбцов ${reason.missing.join(", ")}, а для простой диаграммы нужны названия и одно неотрицательное число у каждого.`;
      if (reason.why === "kind")
        return "Диаграммы нет: у этого рисунка нет такой, которую можно построить здесь.";
      return "Диаграммы нет: эти строки нельзя показать диаграммой того же вида.";
    },
    failed: "Запрос не выполнен",
    unsupported:
      "Этот браузер слишком старый, чтобы выполнить запрос здесь (в его WebAssembly нет исключений). Скачайте таблицы и выполните запрос в DuckDB.",
    unloaded: "База данных или таблица не загрузилась",
  },
  kk: {
    label: "Жарияланған кестелерге SQL",
    run: "Орындау",
    stop: "Тоқтату",
    reset: "Бастапқысына қайтару",
    close: "Жабу",
    keys: "Ctrl+Enter сұрауды орындайды. Ол осы браузерде, жарияланған кестелерде орындалады.",
    starting: "Дерекқор жүктелуде…",
    running: "Орындалуда…",
    stopped: "Тоқтатылды",
    done: (rows, shown, milliseconds) =>
      `Жолдар: ${rows}, ${milliseconds} мс${shown < rows ? `; алғашқы ${shown} көрсетілген` : ""}`,
    result: "Сұраудың жолдары",
    simpleChart: (column, label) =>
      `Нәтижеде сурет диаграммасына қажет бағандар жоқ, сондықтан диаграмма қарапайым: ${label} бойынша ${column}.`,
    noChart: (reason) => {
      if (reason.why === "cut") return `Диаграмма жоқ: ${reason.rows} жол көрсетілгеннен көп.`;
      if (reason.why === "empty") return "Диаграмма жоқ: нәтижеде жол жоқ.";
      if (reason.why === "columns")
        return `Диаграмма жоқ: нәтижеде ${reason.missing.join(", ")} бағандары жоқ, ал қарапайым диаграммаға атаулар және әрқайсысына теріс емес бір сан керек.`;
      if (reason.why === "kind") return "Диаграмма жоқ: бұл суретте осы жерде салуға болатын диаграмма жоқ.";
      return "Диаграмма жоқ: бұл жолдарды сол түрдегі диаграммамен көрсету мүмкін емес.";
    },
    failed: "Сұрау орындалмады",
    unsupported:
      "Бұл браузер сұрауды осы жерде орындау үшін тым ескі (оның WebAssembly-інде ерекше жағдайлар жоқ). Кестелерді жүктеп алып, сұрауды DuckDB-де орындаңыз.",
    unloaded: "Дерекқор немесе кесте жүктелмеді",
  },
};

/** The editor's words in a page's language; English where it has none. */
export function editorWords(language: string): EditorWords {
  return words[language] ?? words.en!;
}
