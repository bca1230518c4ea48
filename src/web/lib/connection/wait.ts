/** A wait that whoever has news ends early. */
export class Wait {
  /** Ends the one that is under way, if there is one. */
  end = () => {};

  /** @param milliseconds forever, if left out */
  for(milliseconds?: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds);
      this.end = () => (clearTimeout(timer), resolve());
    });
  }
}
