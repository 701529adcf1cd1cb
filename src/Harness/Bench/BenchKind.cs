using System.Text.Json.Nodes;

namespace GatewayBench;

/// <summary>What a value of a bench file may be: for who reads it, and for the schema.</summary>
/// <param name="Schema">JSON Schema; others take a copy.</param>
/// <param name="Read">Reads it or throws a <see cref="BenchException"/>.</param>
internal sealed record BenchKind<T>(JsonObject Schema, Func<BenchNode, T> Read);
