import type { ChartModule } from "../charts/chart.ts";
import * as diverging from "../charts/diverging.ts";
import * as dots from "../charts/dots.ts";
import * as dumbbell from "../charts/dumbbell.ts";
import * as flow from "../charts/flow.ts";
import * as heat from "../charts/heat.ts";
import * as lorenz from "../charts/lorenz.ts";
import * as map from "../charts/map.ts";
import * as matrix from "../charts/matrix.ts";
import * as multiverse from "../charts/multiverse.ts";
import * as network from "../charts/network.ts";
import * as opposed from "../charts/opposed.ts";
import * as shares from "../charts/shares.ts";
import * as stacked from "../charts/stacked.ts";
import * as trend from "../charts/trend.ts";

/** Every standard kind of chart, for a browser, which can't import a file by the name that a header gives. */
export const chartKinds: Readonly<Record<string, ChartModule>> = {
  diverging,
  dots,
  dumbbell,
  flow,
  heat,
  lorenz,
  map,
  matrix,
  multiverse,
  network,
  opposed,
  shares,
  stacked,
  trend,
};
