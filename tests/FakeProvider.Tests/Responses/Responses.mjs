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

console.log(
  JSON.stringify({
    text: whole.output_text,
    status: whole.status,
    usage: whole.usage,
    streamedText: streamed.output_text,
    streamedStatus: streamed.status,
    streamedUsage: streamed.usage,
    deltas: names.filter((name) => name === "response.output_text.delta").length,
    last: names.at(-1),
    cut: { status: cut.status, details: cut.incomplete_details },
    refusal: { status: refusal.status, code: refusal.code, param: refusal.param, name: refusal.constructor.name },
  }),
);
