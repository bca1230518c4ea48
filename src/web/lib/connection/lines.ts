import type { Line, Way } from './line.ts';

/** All lines of one connection, in order: which of them speaks, and which has brought all that there was. */
export class Lines {
  #count = 0;
  #speaking: Line | null = null;
  upToDate = 0;

  begin(way: Way): Line {
    return { way, number: ++this.#count, spoken: false, over: false };
  }

  /** It has brought something: whatever was begun after it has not, and counts as older. */
  spoke(line: Line): void {
    if (!line.spoken && line.number < this.#count) this.anew(line);
    line.spoken = true;
    this.#speaking = line;
  }

  /** What it brings from now on may be of another log than what was answered before. */
  anew(line: Line): void {
    line.number = ++this.#count;
  }

  speaks(line: Line): boolean {
    return this.#speaking === line;
  }

  /** The number of the line that speaks: what is answered now belongs to it. */
  get speaking(): number {
    return this.#speaking?.number ?? this.#count;
  }
}
