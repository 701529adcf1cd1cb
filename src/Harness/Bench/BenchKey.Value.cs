using System.Text.Json.Nodes;

namespace GatewayBench;

/// <summary>A key whose value is read as a type.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Kind">What its value may be.</param>
/// <param name="Meaning">One sentence.</param>
/// <param name="IsRequired">Whether it must be there.</param>
internal sealed record BenchKey<T>(
    string Name,
    BenchKind<T> Kind,
    string Meaning,
    bool IsRequired = false
) : BenchKey(Name, Meaning, IsRequired)
{
    public override JsonObject Schema => Kind.Schema;
}
