import { compileQueries } from "../query/compile-queries.ts";
import { parseQuery } from "../query/parse.ts";
import type { Post } from "../query/post.ts";

/**
 * For each post, the indices of the nets that catch it, ascending. A net is the queries that a study gives for it, one
 * a language; any may match. Throws on a query that can't be read.
 */
export function studyNets(nets: readonly (readonly string[])[]): (post: Post) => number[] {
  const owners: number[] = [];
  const queries = nets.flatMap((net, index) =>
    net.map((query) => {
      owners.push(index);
      return parseQuery(query);
    }),
  );
  if (queries.length === 0) return () => [];
  const matcher = compileQueries(queries);
  return (post) => {
    const matching = matcher.matching(post);
    return [...new Set(matching.map((query) => owners[query]!))].sort((a, b) => a - b);
  };
}
