// Asks a server by npm's openai: node openai.mjs BASE-URL COMMAND [API-KEY]. Prints what the SDK made of it.
import { createRequire } from "node:module";

const OpenAI = createRequire(import.meta.url)("openai");

const [baseURL, command, apiKey = "sk-any"] = process.argv.slice(2);
const model = "gpt-4o-mini";
const messages = [{ role: "user", content: "What is the weather in Oslo?" }];
const weather = {
  type: "function",
  function: {
    name: "get_weather",
    description: "Tells the weather",
    parameters: {
      type: "object",
      properties: { city: { type: "string" }, days: { type: "integer", minimum: 1 } },
      required: ["city", "days"],
    },
  },
};

function client(options = {}) {
  return new OpenAI({ apiKey, baseURL, maxRetries: 0, ...options });
}

async function collect(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}

async function failure(request) {
  try {
    await request;
    return null;
  } catch (e) {
    return { name: e.constructor.name, status: e.status, code: e.code, type: e.type, param: e.param };
  }
}

// An agent: the SDK calls the tool and asks again until a reply calls none.
async function agent(extra) {
  const calls = [];
  const tool = {
    ...weather,
    function: {
      ...weather.function,
      parse: JSON.parse,
      function: (args) => (calls.push(args), "sunny"),
    },
  };
  const runner = client().chat.completions.runTools({ model, messages, tools: [tool], ...extra });
  const text = await runner.finalContent();
  return { calls, text, roles: runner.messages.map((message) => message.role) };
}

const commands = {
  plain: () => client().chat.completions.create({ model, messages }),
  stream: () =>
    client()
      .chat.completions.create({
        model,
        messages,
        stream: true,
        stream_options: { include_usage: true },
      })
      .then(collect),
  call: () =>
    client().chat.completions.create({ model, messages, tools: [weather], tool_choice: "required" }),
  streamedCall: () =>
    client().chat.completions.stream({
      model,
      messages,
      tools: [weather],
      tool_choice: { type: "function", function: { name: "get_weather" } },
    }).finalChatCompletion(),
  agent: () => agent({ tool_choice: "required" }),
  streamedAgent: () => agent({ stream: true }),
  models: async () => {
    const names = [];
    for await (const each of client().models.list()) names.push(each.id);
    return { names, one: await client().models.retrieve("gpt-4o") };
  },
  errors: async () => ({
    badRequest: await failure(client().chat.completions.create({ model, messages: [] })),
    tooLong: await failure(client().chat.completions.create({ model: "tiny", messages })),
    notFound: await failure(client().models.retrieve("no-such-model")),
    unknownPath: await failure(client().post("/no/such/path")),
  }),
  refused: () => failure(client().chat.completions.create({ model, messages })),
  refusedStream: () =>
    failure(client().chat.completions.create({ model, messages, stream: true })),
  retries: () => failure(client({ maxRetries: undefined }).chat.completions.create({ model, messages })),
};

console.log(JSON.stringify(await commands[command]()));
