import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { geoConicEqualArea, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { Objects, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';
import type { Region, RegionSet } from '../lib/map/index.ts';

const folder = fileURLToPath(new URL('../../IndustrialMap.Live.PlanFiles/Regions/', import.meta.url));
const width = 1000;
const height = 560;
const edge = 8;

/** Square degrees: a turn of a border that encloses less is left out. About 3 pixels of area at 1,000 pixels of width. */
const detail = 0.003;

interface Names {
  name_en: string;
  name_ru: string;
  name_kk: string;
}

interface Properties extends Names {
  key: string;
  type: 'region' | 'city';
  label: { lon: number; lat: number };
  center?: { lon: number; lat: number };
  name_history?: (Names & { to: string | null })[];
}

type Shape = Feature<Polygon | MultiPolygon, Properties>;

/** `virtual:regions/<set>`: one administrative division as drawn paths, label points and names. */
export function regions(): Plugin {
  const prefix = 'virtual:regions/';
  return {
    name: 'regions',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return;
      const file = `${folder}regions-${id.slice(prefix.length + 1)}.geojson`;
      this.addWatchFile(file);
      return `export default ${JSON.stringify(draw(JSON.parse(readFileSync(file, 'utf8'))))};`;
    },
  };
}

/** Draws a set. Borders are simplified as shared arcs, so that neighbours still fit without gaps. */
export function draw(set: FeatureCollection<Polygon | MultiPolygon, Properties>): RegionSet {
  const shared = simplify(presimplify(topology({ set }) as Topology<Objects<object>>), detail);
  const shapes = (feature(shared, shared.objects.set!) as unknown as { features: Shape[] }).features.map(clockwise);
  const projection = geoConicEqualArea().parallels([43, 53]).rotate([-67, 0]).center([0, 48]);
  projection.fitExtent(
    [
      [edge, edge],
      [width - edge, height - edge],
    ],
    { type: 'FeatureCollection', features: shapes },
  );
  const path = geoPath(projection).digits(0);
  const at = ({ lon, lat }: { lon: number; lat: number }) => projection([lon, lat])!.map(Math.round) as [number, number];
  const drawn = shapes
    .map((shape) => [shape, shape.properties] as const)
    .map(([shape, p]): Region => ({
      key: p.key,
      city: p.type === 'city',
      path: p.type === 'city' ? '' : relative(path(shape)!),
      at: at(p.center ?? p.label),
      name: named(p),
      was: p.name_history?.flatMap((n) => (n.to ? [{ until: n.to, name: named(n) }] : [])),
    }));
  return { width, height, regions: drawn };
}

const named = (n: Names) => ({ en: n.name_en, ru: n.name_ru, kk: n.name_kk });

/** The files wind outer rings counter-clockwise (RFC 7946); d3-geo fills what lies to the right of a ring. */
function clockwise(shape: Shape): Shape {
  const turn = (rings: Position[][]) => rings.map((ring) => ring.toReversed());
  const { geometry } = shape;
  return {
    ...shape,
    geometry:
      geometry.type === 'Polygon'
        ? { ...geometry, coordinates: turn(geometry.coordinates) }
        : { ...geometry, coordinates: geometry.coordinates.map(turn) },
  };
}

/** The same path in steps from point to point, which are short where coordinates are long: a third fewer bytes. */
function relative(path: string): string {
  return path.replace(/M([^Z]*)Z/g, (_, points: string) => {
    const [first, ...rest] = points.split('L').map((point) => point.split(',').map(Number) as [number, number]);
    let [x, y] = first!;
    const steps = rest.map(([toX, toY]) => {
      const step = `${toX - x} ${toY - y}`;
      [x, y] = [toX, toY];
      return step;
    });
    const joined = steps
      .filter((step) => step !== '0 0')
      .join(' ')
      .replaceAll(' -', '-');
    return `M${first!.join(' ')}l${joined}Z`;
  });
}
