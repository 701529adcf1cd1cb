// Asks a provider by way of Anthropic's SDK, and prints what the SDK made of the answer as JSON.
// Arguments: the provider's URL, what to do, and what that takes.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { default: Anthropic } = require("@anthropic-ai/sdk");

const { betaTool } = require("@anthropic-ai/sdk/helpers/beta/json-schema");

const [baseURL, what, ...rest] = process.argv.slice(2);
const attempts = [];
const client = new Anthropic({
  baseURL,
  apiKey: "sk-ant-test",
  fetch: (...call) => {
    attempts.push(performance.now());
    return fetch(...call);
  },
});

const hello = {
  model: "claude-test",
  max_tokens: 100,
  messages: [{ role: "user", content: "hello" }],
};

const actions = {
  plain: async () => {
    const { data, request_id } = await client.messages.create(hello).withResponse();
    return { ...data, request_id };
  },
  stream: async () => {
    const helper = client.messages.stream(hello);
    let deltas = "";
    helper.on("text", (delta) => (deltas += delta));
    return { message: await helper.finalMessage(), text: await helper.finalText(), deltas };
  },
  events: async () => {
    const names = [];
    for await (const event of await client.messages.create({ ...hello, stream: true })) {
      names.push(event.type);
    }
    return names;
  },
  tools: async ([stream]) => {
    const inputs = [];
    const runner = client.beta.messages.toolRunner({
      ...hello,
      messages: [{ role: "user", content: "How is the weather in Oslo?" }],
      stream: stream === "stream",
      tools: [
        betaTool({
          name: "get_weather",
          description: "Says how the weather is.",
          inputSchema: {
            type: "object",
            properties: { city: { type: "string" }, days: { type: "integer" } },
            required: ["city"],
          },
          run: (input) => {
            inputs.push(input);
            return "Sunny.";
          },
        }),
      ],
    });
    return { final: await runner.runUntilDone(), inputs, attempts: attempts.length };
  },
  count: () => client.messages.countTokens({ model: hello.model, messages: hello.messages }),
  models: async () => {
    const ids = [];
    for await (const model of client.models.list()) {
      ids.push(model.id);
    }
    return { ids, one: await client.models.retrieve(ids[0]) };
  },
  breakOff: async () => {
    const helper = client.messages.stream(hello);
    let text = "";
    helper.on("text", (delta) => (text += delta));
    try {
      await helper.finalMessage();
    } catch (error) {
      return { name: error.constructor.name, type: error.type, text };
    }
    throw new Error("It was expected to fail.");
  },
  fail: async ([change, maxRetries]) => {
    try {
      await client.messages.create({ ...hello, ...JSON.parse(change) }, { maxRetries: +maxRetries });
    } catch (error) {
      return {
        name: error.constructor.name,
        status: error.status,
        type: error.type,
        message: error.message,
        requestId: error.requestID,
        gaps: attempts.slice(1).map((at, i) => at - attempts[i]),
      };
    }
    throw new Error("It was expected to fail.");
  },
};

console.log(JSON.stringify(await actions[what](rest)));
