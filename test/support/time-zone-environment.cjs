const { TestEnvironment } = require('jest-environment-node');

/** Lets a spec move the whole process to another time zone: a spec's own `process.env` is a copy that reaches nobody. */
module.exports = class TimeZoneEnvironment extends TestEnvironment {
  #before = process.env.TZ;

  async setup() {
    await super.setup();
    this.global.setTimeZone = (zone) => {
      process.env.TZ = zone;
    };
  }

  async teardown() {
    if (this.#before === undefined) delete process.env.TZ;
    else process.env.TZ = this.#before;
    await super.teardown();
  }
};
