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
  readonly failed: string;
  readonly unsupported: string;
  readonly unloaded: string;
}

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
