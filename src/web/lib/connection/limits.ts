// How long things may take, in milliseconds.

/** To wait before each further try; the last one repeats forever. */
export const backoff = [200, 400, 800, 1_600, 3_000];

/** Within which each further try must have opened, or been answered: on a dead line it may never end, on a bad one it takes long. */
export const openLimits = [6_000, 12_000, 24_000];
/** The same for the first one after a line was found to be dead: the browser may have given us another that died with it. */
export const firstOpenLimit = 2_000;

/**
 * Within which each further try of a command is to be answered by a plain request: a server that stands still never answers, and
 * another one would; on a bad line it takes long, and the server itself goes on asking for ten seconds.
 */
export const commandLimits = [4_000, 8_000, 12_000];

/** After which a first connection that has not opened is shown to be down. */
export const openTimeout = 3_000;

/** Without a word over the stream, after which plain requests begin beside it. */
export const streamPatience = 5_000;
/**
 * After which a stream that says nothing is given up: four beats are missing. A proxy does not see that a server stands still, because
 * it counts what the screen says, too.
 */
export const streamSilence = 4_000;
/** Between two tries to have a stream again, while plain requests are answered. */
export const betterWayAgain = 30_000;

/** The last one stands for all that follow. */
export const nth = (list: readonly number[], n: number): number => list[Math.min(n, list.length - 1)]!;
