// Usage: Embeddings.mjs BASE_URL. Prints what npm's openai made of the answers, as one JSON object.
import { createRequire } from "node:module";
const OpenAI = createRequire(import.meta.url)("openai");

const client = new OpenAI({ apiKey: "sk-any", baseURL: process.argv[2], maxRetries: 0 });
const asked = { model: "text-embedding-3-small", input: ["hello world", "hello"], dimensions: 32 };

const packed = await client.embeddings.create(asked);
const plain = await client.embeddings.create({ ...asked, encoding_format: "float" });
const refusal = await client.embeddings.create({ ...asked, input: "" }).catch((error) => error);

const vectors = (list) => list.data.map((entry) => Array.from(new Float32Array(entry.embedding)));
console.log(
  JSON.stringify({
    same: JSON.stringify(vectors(packed)) === JSON.stringify(vectors(plain)),
    lengths: vectors(packed).map((vector) => vector.length),
    squares: vectors(packed).map((vector) => vector.reduce((sum, entry) => sum + entry * entry, 0)),
    usage: packed.usage,
    refusal: { status: refusal.status, param: refusal.param },
  }),
);
