// Usage: Responses.mjs BASE_URL. Prints what npm's openai made of the answers, as one JSON object.
import { createRequire } from "node:module";
const OpenAI = createRequire(import.meta.url)("openai");

const client = new OpenAI({ apiKey: "sk-any", baseURL: process.argv[2], maxRetries: 0 });
const model = "gpt-4o-mini";

const whole = await client.responses.create({ model, input: "hello" });

const names = [];
const runner = client.responses.stream({ model, input: "hello" });
for await (const event of runner) {
  names.push(event.type);
}
const streamed = await runner.finalResponse();

const cut = await client.responses.create({ model, input: "hello", max_output_tokens: 5 });
const refusal = await client.responses.create({ model, input: [] }).catch((error) => error);

// An agent's loop: it has to end once the tool's result is in the conversation.
async function loop(ask) {
  const input = [{ role: "user", content: "hello" }];
  const called = [];
  for (let turn = 1; turn <= 5; turn++) {
    const response = await ask({
      model,
      input,
      tool_choice: "required",
      tools: [
        {
          type: "function",
          name: "add",
          strict: true,
          parameters: {
            type: "object",
            properties: { a: { type: "integer" } },
            required: ["a"],
            additionalProperties: false,
          },
        },
      ],
    });
    const calls = response.output.filter((item) => item.type === "function_call");
    if (calls.length === 0) {
      return { turn, called, words: response.output_text.split(" ").length };
    }
    for (const call of calls) {
      called.push({ name: call.name, arguments: JSON.parse(call.arguments) });
      const { type, call_id, name, arguments: given } = call;
      input.push({ type, call_id, name, arguments: given });
      input.push({ type: "function_call_output", call_id, output: "3" });
    }
  }
  return { turn: "endless" };
}

const plainLoop = await loop((body) => client.responses.create(body));
const streamedLoop = await loop((body) => client.responses.stream(body).finalResponse());

console.log(
  JSON.stringify({
    text: whole.output_text,
    status: whole.status,
    usage: whole.usage,
    streamedText: streamed.output_text,
    streamedStatus: streamed.status,
    streamedUsage: streamed.usage,
    plainLoop,
    streamedLoop,
    deltas: names.filter((name) => name === "response.output_text.delta").length,
    last: names.at(-1),
    cut: { status: cut.status, details: cut.incomplete_details },
    refusal: { status: refusal.status, code: refusal.code, param: refusal.param, name: refusal.constructor.name },
  }),
);
