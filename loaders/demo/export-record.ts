/** What stands beside the Meltwater exports: the search that exports like these would come from. */

/** The text of `meltwater/export.yml`. */
export function exportRecord(): string {
  return `# yaml-language-server: $schema=../../../study/schemas/export.schema.json
# The demo's exports are generated: nobody searched. The queries show what a record holds.
- files: [general-*.csv.gz]
  tool: Meltwater
  search: Education at large (demo)
  query: >-
    (школ* OR "детский сад" OR "детских садов" OR мектеп* OR балабақша*)
    AND (дет* OR учени* OR бала* OR оқушы*)
  from: 2022-01-01
  to: 2023-05-31
  exported: 2023-06-02
  filters: Kazakhstan; Russian and Kazakh; social media and news
  note: Exported by quarter. Generated for the demo; no platform was searched.
- files: [inclusive-*.csv.gz]
  tool: Meltwater
  search: Children with disabilities (demo)
  query: >-
    (инклюзи* OR "особыми образовательными потребностями" OR инвалидност* OR мүгедек* OR "ерекше білім беру")
    AND (дет* OR ребен* OR ребён* OR бала*)
  from: 2022-01-01
  to: 2023-05-31
  exported: 2023-06-02
  filters: Kazakhstan; Russian and Kazakh; social media and news
  note: Exported by quarter. Generated for the demo; no platform was searched.
`;
}
