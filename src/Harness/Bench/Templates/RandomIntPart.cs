using System.Globalization;

namespace GatewayBench;

/// <summary>A whole number, drawn by the user.</summary>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest; no further off than <see cref="int.MaxValue"/>.</param>
internal sealed record RandomIntPart(long Least, long Most) : TemplatePart
{
    public override string Of(User user) =>
        (Least + user.NextNumber((int)(Most - Least) + 1)).ToString(CultureInfo.InvariantCulture);
}
