using System.Text.Json.Nodes;

namespace GatewayBench;

/// <summary>A key of an object in a bench file.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Meaning">One sentence, for the schema and the page about bench files.</param>
/// <param name="IsRequired">Whether it must be there.</param>
internal abstract record BenchKey(string Name, string Meaning, bool IsRequired)
{
    /// <summary>What its value may be, as JSON Schema, without the meaning.</summary>
    public abstract JsonObject Schema { get; }
}
