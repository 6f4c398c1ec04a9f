/** A tap, which some calls need: it lasts while the handlers of the tap run, and not a moment longer. */
export class Gesture {
  private running = 0

  get lasts(): boolean {
    return this.running > 0
  }

  during(work: () => void) {
    this.running += 1
    try {
      work()
    } finally {
      this.running -= 1
    }
  }
}
