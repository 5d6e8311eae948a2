import { describe, expect, test } from 'vitest';
import { projectGraph } from './graph';
import * as rules from './rules';

const graph = projectGraph(
  process.cwd(),
  ['app', 'components', 'lib', 'sandbox'],
  ['instrumentation.ts', 'proxy.ts'],
);

describe('the import graph', () => {
  test('is of the whole tree', () => {
    const folders = new Set(rules.product(graph).map(({ file }) => file.split('/')[0]));
    expect([...folders]).toEqual(expect.arrayContaining(['app', 'components', 'lib']));
    expect(graph.size).toBeGreaterThan(100);
    expect(rules.unresolved(graph)).toEqual([]);
  });

  test('gives every file a layer', () => {
    expect(rules.filesWithoutLayer(graph)).toEqual([]);
  });

  test('goes along the layer table, types too', () => {
    expect(rules.layerCrossings(graph)).toEqual([]);
  });

  test('has no circle', () => {
    expect(rules.circles(graph)).toEqual([]);
  });

  test('has no barrel', () => {
    expect(rules.barrels(graph)).toEqual([]);
  });

  test('keeps the sandbox apart, in tests too', () => {
    expect(rules.sandboxCrossings(graph)).toEqual([]);
  });
});

describe('the browser', () => {
  test('gets nothing of lib/server', () => {
    expect(rules.serverCodeInBrowser(graph)).toEqual([]);
  });

  test('gets no zod', () => {
    expect(rules.zodInBrowser(graph)).toEqual([]);
  });
});

describe('the server', () => {
  test('says so in every file', () => {
    expect(rules.withoutServerOnly(graph)).toEqual([]);
  });

  test('answers every API request through route()', () => {
    expect(rules.unguardedRoutes(graph)).toEqual([]);
  });

  test('asks in every page who is there', () => {
    expect(rules.unguardedPages(graph)).toEqual([]);
  });
});
