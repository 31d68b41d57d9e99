import { forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3";

export interface LayoutNode {
  readonly id: string;
  /** Room that the node needs with its name, px. */
  readonly width: number;
  readonly height: number;
}

export interface LayoutLink {
  readonly source: string;
  readonly target: string;
  /** From 0 to 1: the larger, the nearer. */
  readonly strength: number;
}

const ticks = 300;
const rounds = 400;

/**
 * Centres of nodes within a box: a force layout (d3-force, whose chance is a fixed sequence), stretched to the box, then
 * moved until no two nodes' rooms overlap, where the box is large enough. The same nodes and links give the same centres.
 */
export function networkLayout(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  width: number,
  height: number,
): Map<string, { x: number; y: number }> {
  const moved: (SimulationNodeDatum & { id: string })[] = nodes.map(({ id }) => ({ id }));
  forceSimulation(moved)
    .force(
      "link",
      forceLink<SimulationNodeDatum & { id: string }, { source: string; target: string; strength: number }>(
        links.map((link) => ({ ...link })),
      )
        .id(({ id }) => id)
        .distance(60)
        .strength(({ strength }) => 0.1 + 0.5 * strength),
    )
    .force("apart", forceManyBody().strength(-160))
    .force("x", forceX().strength(0.06))
    .force("y", forceY().strength(0.08))
    .stop()
    .tick(ticks);
  const places = fitted(nodes, moved, width, height);
  for (let round = 0; round < rounds && pushApart(nodes, places); round++)
    keepInside(nodes, places, width, height);
  keepInside(nodes, places, width, height);
  return new Map(nodes.map(({ id }, at) => [id, { x: places[at]!.x, y: places[at]!.y }]));
}

type Place = { x: number; y: number };

function fitted(
  nodes: readonly LayoutNode[],
  moved: readonly { x?: number; y?: number }[],
  width: number,
  height: number,
): Place[] {
  const [xs, ys] = [moved.map(({ x }) => x ?? 0), moved.map(({ y }) => y ?? 0)];
  const stretch = (value: number, all: readonly number[], size: number, room: number) => {
    const [low, high] = [Math.min(...all), Math.max(...all)];
    return high === low ? size / 2 : room / 2 + ((value - low) / (high - low)) * (size - room);
  };
  return nodes.map((node, at) => ({
    x: stretch(xs[at]!, xs, width, node.width),
    y: stretch(ys[at]!, ys, height, node.height),
  }));
}

/** Moves each overlapping pair apart along the shorter way. Returns whether there was one. */
function pushApart(nodes: readonly LayoutNode[], places: Place[]): boolean {
  let found = false;
  for (let a = 0; a < nodes.length; a++) {
    for (let b = a + 1; b < nodes.length; b++) {
      const [one, other] = [places[a]!, places[b]!];
      const x = (nodes[a]!.width + nodes[b]!.width) / 2 + 2 - Math.abs(one.x - other.x);
      const y = (nodes[a]!.height + nodes[b]!.height) / 2 + 2 - Math.abs(one.y - other.y);
      if (x <= 0 || y <= 0) continue;
      found = true;
      if (x < y) {
        const by = (one.x <= other.x ? -x : x) / 2;
        one.x += by;
        other.x -= by;
      } else {
        const by = (one.y <= other.y ? -y : y) / 2;
        one.y += by;
        other.y -= by;
      }
    }
  }
  return found;
}

function keepInside(nodes: readonly LayoutNode[], places: Place[], width: number, height: number): void {
  nodes.forEach((node, at) => {
    const place = places[at]!;
    place.x = Math.min(Math.max(place.x, node.width / 2), Math.max(node.width / 2, width - node.width / 2));
    place.y = Math.min(Math.max(place.y, node.height / 2), height - node.height / 2);
  });
}
