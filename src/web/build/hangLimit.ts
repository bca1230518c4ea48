import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends a run in which a test loops for ever, by name: the tests' own time limit comes only to those that give way.
 * @param limit milliseconds without news from any test
 */
export const hangLimit = (limit: number): Reporter => {
  const running = new Set<TestModule>();
  let waiting: NodeJS.Timeout | undefined;
  const news = () => {
    clearTimeout(waiting);
    if (running.size > 0) waiting = setTimeout(giveUp, limit);
  };
  const giveUp = () => {
    for (const module of running) {
      const names = [...module.children.allTests()].filter((test) => test.result().state === 'pending').map((test) => `"${test.fullName}"`);
      console.error(`${module.relativeModuleId} hung for ${limit / 1000} s, in the first that it did not end: ${names.join(', ')}`);
    }
    console.log(`\n      Tests  ${running.size} failed`);
    process.exit(1);
  };
  return {
    onTestModuleStart: (module) => {
      running.add(module);
      news();
    },
    onTestModuleEnd: (module) => {
      running.delete(module);
      news();
    },
    onTestCaseResult: news,
  };
};
