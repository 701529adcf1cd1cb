using System.Globalization;

namespace GatewayBench.Peers;

/// <summary>What a word of the command line may be.</summary>
/// <param name="Text">The same for people.</param>
/// <param name="Read">What a word means, or nothing when it is not allowed.</param>
internal sealed record Allowed<T>(string Text, Func<string, IEnumerable<T>> Read);

internal static class Allowed
{
    public static Allowed<int> Number(int least, int most) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{least:#,0} to {most:#,0}"),
            text =>
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= least
                && number <= most
                    ? [number]
                    : []
        );

    public static Allowed<T> OneOf<T>(IReadOnlyList<T> all, Func<T, string> nameOf) =>
        new(string.Join(", ", all.Select(nameOf)), text => all.Where(one => nameOf(one) == text));
}
