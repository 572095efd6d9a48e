// Loaded before the built worker (node --require): lets it die or freeze at a named step of a named consumer.
// ISO_FAIL = {"queue": …, "step": "taken" | "writing" | "committed" | "freeze" | "freeze-writing", "ms": …, "messages": […]}
const { resolve } = require('node:path');

const platform = resolve(__dirname, '../../../dist/libs/platform/src');
const { DeliveryHandler } = require(`${platform}/queue/delivery-handler.js`);
const { Inbox } = require(`${platform}/database/inbox.js`);

const { queue, step, ms = 0, messages } = JSON.parse(process.env.ISO_FAIL ?? '{}');
let armed = step !== undefined;

const concerns = (consumer, messageId) =>
  armed &&
  (queue === undefined || consumer === queue) &&
  (messages === undefined || messages.includes(messageId));
const die = () => process.kill(process.pid, 'SIGKILL');
/** The whole event loop stands still: no lock is renewed. */
const freeze = () => {
  armed = false;
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
};

const { handle } = DeliveryHandler.prototype;
DeliveryHandler.prototype.handle = async function (registered, job) {
  const hit = concerns(registered.queue, job.data?.messageId);
  if (!hit) return handle.call(this, registered, job);
  if (step === 'freeze') freeze();
  if (step === 'taken') {
    // Others of its kind are taken meanwhile, and die with it.
    await new Promise((done) => setTimeout(done, ms));
    die();
  }
  try {
    return await handle.call(this, registered, job);
  } finally {
    if (step === 'committed' || step === 'writing') die();
  }
};

const { once } = Inbox.prototype;
Inbox.prototype.once = function (tx, consumer, fence, effect) {
  return once.call(this, tx, consumer, fence, async () => {
    await effect();
    if (!concerns(consumer, fence.messageId)) return;
    if (step === 'writing') die();
    if (step === 'freeze-writing') freeze();
  });
};
